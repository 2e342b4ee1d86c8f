/** Tests of the whole stack. */
@NullMarked
package io.latchkey.system;

import org.jspecify.annotations.NullMarked;
