package io.latchkey.gateway.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.PartnerId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The provisioning keys of partners: HMAC-SHA256 of the partner's id, in base64url. A phone is told its partner's key when
 * it is set up and keeps it over a wipe, so with it a phone that is known already may enroll again.
 */
public final class ProvisioningKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec secret;

    /**
     * All keys come from one secret.
     *
     * @param secret at least 32 bytes
     * @throws IllegalArgumentException if it is shorter
     */
    public ProvisioningKeys(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("latchkey.provisioning-key must have at least " + SHORTEST_SECRET
                    + " bytes but had " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A partner's key.
     *
     * @param partner the partner
     * @return base64url without padding
     */
    public String of(PartnerId partner) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(partner.value().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Compares in a time that tells nothing of how much was right. */
    boolean fits(PartnerId partner, String shown) {
        return MessageDigest.isEqual(of(partner).getBytes(UTF_8), shown.getBytes(UTF_8));
    }
}
