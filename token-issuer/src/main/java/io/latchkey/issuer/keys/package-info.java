/** The signing key: its protected file, its public part, and the signature. */
@NullMarked
package io.latchkey.issuer.keys;

import org.jspecify.annotations.NullMarked;
