/** The administration port and the handsets' TLS port. */
@NullMarked
package io.latchkey.gateway.http;

import org.jspecify.annotations.NullMarked;
