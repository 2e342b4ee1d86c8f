/** Tests of the shell as a whole. */
@NullMarked
package io.latchkey.virtual;

import org.jspecify.annotations.NullMarked;
