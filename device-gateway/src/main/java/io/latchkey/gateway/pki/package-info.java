/** Handsets' keys and certificates: requests in, certificates out, signatures checked. */
@NullMarked
package io.latchkey.gateway.pki;

import org.jspecify.annotations.NullMarked;
