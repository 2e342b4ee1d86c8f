/** Puts accepted facts and partners on their topics. */
@NullMarked
package io.latchkey.ingest.kafka;

import org.jspecify.annotations.NullMarked;
