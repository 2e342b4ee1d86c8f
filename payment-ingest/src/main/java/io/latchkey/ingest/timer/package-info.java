/** Keeps the feed of a local stack's partners complete. */
@NullMarked
package io.latchkey.ingest.timer;

import org.jspecify.annotations.NullMarked;
