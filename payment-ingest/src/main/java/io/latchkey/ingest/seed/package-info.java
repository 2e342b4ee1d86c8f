/** Partners, their secrets and policies, read from a file at start. */
@NullMarked
package io.latchkey.ingest.seed;

import org.jspecify.annotations.NullMarked;
