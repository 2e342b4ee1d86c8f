/** Tests of the use cases with ports in memory. */
@NullMarked
package io.latchkey.ingest.app;

import org.jspecify.annotations.NullMarked;
