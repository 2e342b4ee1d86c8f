/** Tests of the package of the same name. */
@NullMarked
package io.latchkey.local.pki;

import org.jspecify.annotations.NullMarked;
