/** The link to the gateway over MQTT 5 and mutual TLS, by Eclipse Paho. */
@NullMarked
package io.latchkey.agent.mqtt;

import org.jspecify.annotations.NullMarked;
