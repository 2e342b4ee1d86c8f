/** Serves the public key set. */
@NullMarked
package io.latchkey.issuer.http;

import org.jspecify.annotations.NullMarked;
