/** What gateway and handsets rely on in an MQTT broker, asked of each broker that may run. */
@NullMarked
package io.latchkey.gateway.broker;

import org.jspecify.annotations.NullMarked;
