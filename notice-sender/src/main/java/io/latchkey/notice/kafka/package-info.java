/** Reads notices and loans' keys from Kafka and publishes receipts there. */
@NullMarked
package io.latchkey.notice.kafka;

import org.jspecify.annotations.NullMarked;
