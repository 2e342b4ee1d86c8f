package io.latchkey.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.PartnerId;
import io.latchkey.gateway.GatewayConfig;
import io.latchkey.gateway.app.CertificateAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a phone must be told before it can enroll. */
@ApplicationScoped
class Provisioning {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final String server;
    private final CertificateAuthority authority;
    private final SecretKeySpec secret;

    Provisioning(GatewayConfig config, CertificateAuthority authority) {
        this.server = config.tls().publicUrl().toString();
        this.authority = authority;
        byte[] key = Base64.getDecoder().decode(config.provisioningKey());
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "latchkey.provisioning-key must have at least " + SHORTEST_KEY + " bytes but had " + key.length);
        }
        this.secret = new SecretKeySpec(key, ALGORITHM);
    }

    Payload payload(PartnerId partner) {
        return new Payload(server, authority.trustRootSha256(), keyOf(partner));
    }

    private String keyOf(PartnerId partner) {
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

    /**
     * The payload.
     *
     * @param server where to enroll
     * @param trustRootSha256 whom to trust there
     * @param provisioningKey the partner's
     */
    public record Payload(String server, String trustRootSha256, String provisioningKey) {}
}
