/** Tests of the package of the same name. */
@NullMarked
package io.latchkey.local.cli;

import org.jspecify.annotations.NullMarked;
