/** Tests of the package of the same name. */
@NullMarked
package io.latchkey.local.stack;

import org.jspecify.annotations.NullMarked;
