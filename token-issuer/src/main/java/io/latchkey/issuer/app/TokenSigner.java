package io.latchkey.issuer.app;

import io.latchkey.issuer.domain.TokenClaims;

/** Makes claims a token. */
public interface TokenSigner {

    /**
     * Tells whether claims make a token that is short enough.
     *
     * @param claims any claims
     * @return true if their token has at most 2 KiB
     */
    boolean fits(TokenClaims claims);

    /**
     * Signs claims into a device token.
     *
     * <p><b>Shape:</b> compact JWS, ES256, {@code typ} {@code device-token+jwt}. Equal claims give equal tokens but for
     * the signature.
     *
     * @param claims what the token says
     * @return the token
     */
    String sign(TokenClaims claims);
}
