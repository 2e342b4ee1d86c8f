/** Tests of the package of the same name. */
@NullMarked
package io.latchkey.local.process;

import org.jspecify.annotations.NullMarked;
