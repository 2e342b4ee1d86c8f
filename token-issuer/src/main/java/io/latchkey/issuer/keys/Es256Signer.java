package io.latchkey.issuer.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import io.latchkey.issuer.app.TokenSigner;
import io.latchkey.issuer.domain.TokenClaims;

/** Signs by Nimbus (RFC 7515, RFC 7518 section 3.4). The header never varies, so it is encoded once. */
final class Es256Signer implements TokenSigner {

    private static final int LONGEST_TOKEN = 2048;
    /** An ES256 signature has 64 bytes, which are 86 letters of base64url. */
    private static final int SIGNATURE_LETTERS = 86;

    private final JWSHeader header;
    private final String encodedHeader;
    private final ECDSASigner signer;

    Es256Signer(ECKey key) throws JOSEException {
        header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("device-token+jwt"))
                .keyID(key.getKeyID())
                .build();
        encodedHeader = header.toBase64URL().toString();
        signer = new ECDSASigner(key);
        EcProvider.choose(signer.getJCAContext());
    }

    @Override
    public boolean fits(TokenClaims claims) {
        int payloadLetters = (ClaimsJson.of(claims).length * 4 + 2) / 3;
        return encodedHeader.length() + 1 + payloadLetters + 1 + SIGNATURE_LETTERS <= LONGEST_TOKEN;
    }

    @Override
    public String sign(TokenClaims claims) {
        String input = encodedHeader + "." + Base64URL.encode(ClaimsJson.of(claims));
        try {
            return input + "." + signer.sign(header, input.getBytes(US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign " + claims.id(), e);
        }
    }
}
