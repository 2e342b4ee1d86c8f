/** Reads device tokens from Kafka and publishes reports and enrollments there. */
@NullMarked
package io.latchkey.gateway.kafka;

import org.jspecify.annotations.NullMarked;
