/** Tests of events as Kafka records. */
@NullMarked
package io.latchkey.kit.kafka;

import org.jspecify.annotations.NullMarked;
