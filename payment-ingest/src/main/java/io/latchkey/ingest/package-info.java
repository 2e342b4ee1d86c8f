/** Takes in what partners say of their loans, once. */
@NullMarked
package io.latchkey.ingest;

import org.jspecify.annotations.NullMarked;
