/** Reads facts, reports and partners in batches; puts aside what cannot be read; publishes. */
@NullMarked
package io.latchkey.decision.kafka;

import org.jspecify.annotations.NullMarked;
