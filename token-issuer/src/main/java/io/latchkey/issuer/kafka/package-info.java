/** Reads intents from Kafka and publishes tokens there. */
@NullMarked
package io.latchkey.issuer.kafka;

import org.jspecify.annotations.NullMarked;
