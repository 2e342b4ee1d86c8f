/** How Kafka, PostgreSQL and the MQTT broker are run: command, preparation and sign of readiness. */
@NullMarked
package io.latchkey.local.server;

import org.jspecify.annotations.NullMarked;
