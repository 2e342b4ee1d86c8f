/** Tales: what happens to a few hundred loans of several lenders, made up from a seed and then really done to a stack. */
@NullMarked
package io.latchkey.system.tale;

import org.jspecify.annotations.NullMarked;
