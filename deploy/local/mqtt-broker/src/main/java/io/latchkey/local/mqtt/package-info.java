/** The MQTT 5 broker: mutual TLS only, and a certificate's name decides what its holder may read and write. */
@NullMarked
package io.latchkey.local.mqtt;

import org.jspecify.annotations.NullMarked;
