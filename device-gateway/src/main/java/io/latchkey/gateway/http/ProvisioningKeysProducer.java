package io.latchkey.gateway.http;

import io.latchkey.gateway.GatewayConfig;
import io.latchkey.gateway.domain.ProvisioningKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;

/** Reads the secret behind the provisioning keys, at start. */
class ProvisioningKeysProducer {

    @Produces
    @Singleton
    ProvisioningKeys keys(GatewayConfig config) {
        return new ProvisioningKeys(Base64.getDecoder().decode(config.provisioningKey()));
    }
}
