/** Tests of the partners' file. */
@NullMarked
package io.latchkey.ingest.seed;

import org.jspecify.annotations.NullMarked;
