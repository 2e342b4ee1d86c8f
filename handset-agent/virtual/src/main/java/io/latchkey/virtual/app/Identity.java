package io.latchkey.virtual.app;

import static java.util.Objects.requireNonNull;

import io.latchkey.agent.domain.Enrollment;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a handset got when it enrolled.
 *
 * @param imei stays inside this phone: it is never logged and never answered
 * @param provisioningKey what it was told when it was set up, and keeps over a wipe; nothing if it is its process's own
 * @param chain the handset's own certificate first
 * @param keySet the JSON Web Key Set of those who may sign tokens
 */
public record Identity(
        String imei,
        Optional<String> provisioningKey,
        Enrollment enrollment,
        PrivateKey key,
        List<X509Certificate> chain,
        String mqttHost,
        int mqttPort,
        String keySet) {

    public Identity {
        requireNonNull(imei, "imei");
        requireNonNull(enrollment, "enrollment");
        requireNonNull(key, "key");
        requireNonNull(mqttHost, "mqttHost");
        requireNonNull(keySet, "keySet");
        chain = List.copyOf(chain);
    }

    /** The same, set up with a provisioning key. */
    Identity setUpWith(Optional<String> key) {
        return new Identity(imei, key, enrollment, this.key, chain, mqttHost, mqttPort, keySet);
    }

    @Override
    public String toString() {
        return "Identity[" + enrollment.commonName() + "]";
    }
}
