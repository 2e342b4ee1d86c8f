package io.latchkey.virtual.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.virtual.app.Identity;
import io.latchkey.virtual.tls.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An identity as one JSON object. */
final class IdentityJson {

    private final ObjectMapper json;

    IdentityJson(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(Identity identity) throws IOException, GeneralSecurityException {
        ObjectNode node = json.createObjectNode()
                .put("imei", identity.imei())
                .put("deviceId", identity.enrollment().deviceId())
                .put("enrollment", identity.enrollment().number())
                .put("key", identity.key().getEncoded())
                .put("mqttHost", identity.mqttHost())
                .put("mqttPort", identity.mqttPort())
                .put("keySet", identity.keySet());
        identity.provisioningKey().ifPresent(key -> node.put("provisioningKey", key));
        for (X509Certificate certificate : identity.chain()) {
            node.withArray("chain").add(Pem.write("CERTIFICATE", certificate.getEncoded()));
        }
        return json.writeValueAsBytes(node);
    }

    Identity read(byte[] bytes) throws IOException, GeneralSecurityException {
        JsonNode node = json.readTree(bytes);
        return new Identity(
                node.required("imei").asText(),
                Optional.ofNullable(node.path("provisioningKey").textValue()),
                new Enrollment(
                        node.required("deviceId").asText(),
                        node.required("enrollment").intValue()),
                key(node.required("key").binaryValue()),
                chain(node.required("chain")),
                node.required("mqttHost").asText(),
                node.required("mqttPort").intValue(),
                node.required("keySet").asText());
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static List<X509Certificate> chain(JsonNode pems) {
        List<X509Certificate> chain = new ArrayList<>();
        pems.forEach(pem -> chain.add(Pem.certificate(pem.asText())));
        return chain;
    }
}
