/** Tests of certificates and signatures. */
@NullMarked
package io.latchkey.gateway.pki;

import org.jspecify.annotations.NullMarked;
