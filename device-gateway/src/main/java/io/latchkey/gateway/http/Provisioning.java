package io.latchkey.gateway.http;

import io.latchkey.events.PartnerId;
import io.latchkey.gateway.GatewayConfig;
import io.latchkey.gateway.app.CertificateAuthority;
import io.latchkey.gateway.domain.ProvisioningKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** What a phone must be told before it can enroll. */
@ApplicationScoped
class Provisioning {

    private final String server;
    private final CertificateAuthority authority;
    private final ProvisioningKeys keys;

    Provisioning(GatewayConfig config, CertificateAuthority authority, ProvisioningKeys keys) {
        this.server = config.tls().publicUrl().toString();
        this.authority = authority;
        this.keys = keys;
    }

    Payload payload(PartnerId partner) {
        return new Payload(server, authority.trustRootSha256(), keys.of(partner));
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
