package io.latchkey.virtual.app;

import static java.util.Objects.requireNonNull;

import io.latchkey.agent.domain.Enrollment;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a handset got when it enrolled.
 *
 * @param imei stays inside this phone: it is never logged and never answered
 * @param chain the handset's own certificate first
 * @param keySet the JSON Web Key Set of those who may sign tokens
 */
public record Identity(
        String imei,
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

    @Override
    public String toString() {
        return "Identity[" + enrollment.commonName() + "]";
    }
}
