/** What the Kafka adapter knows without a Kafka. */
@NullMarked
package io.latchkey.decision.kafka;

import org.jspecify.annotations.NullMarked;
