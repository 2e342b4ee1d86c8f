/** Tests of the key file and the signature. */
@NullMarked
package io.latchkey.issuer.keys;

import org.jspecify.annotations.NullMarked;
