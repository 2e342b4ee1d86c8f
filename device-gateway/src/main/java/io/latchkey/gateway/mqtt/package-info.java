/** The link to the MQTT broker, by Eclipse Paho. */
@NullMarked
package io.latchkey.gateway.mqtt;

import org.jspecify.annotations.NullMarked;
