/** Certificates as text, and the TLS contexts made of them. */
@NullMarked
package io.latchkey.virtual.tls;

import org.jspecify.annotations.NullMarked;
