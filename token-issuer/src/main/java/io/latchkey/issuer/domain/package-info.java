/** What a device token says; {@link io.latchkey.issuer.domain.TokenClaims#from} is where to begin. */
@NullMarked
package io.latchkey.issuer.domain;

import org.jspecify.annotations.NullMarked;
