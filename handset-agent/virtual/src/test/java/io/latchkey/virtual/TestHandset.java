package io.latchkey.virtual;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.local.pki.Credential;
import io.latchkey.local.pki.Pki;
import io.latchkey.virtual.app.Identity;
import io.latchkey.virtual.store.FolderIdentities;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A handset as it is after its enrollment, put straight into the folder. */
record TestHandset(Identity identity) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static TestHandset keptIn(Path data, Pki pki, int mqttPort, String keySet) {
        Enrollment self = new Enrollment("d1_" + UUID.randomUUID().toString().replace("-", ""), 1);
        Credential credential = pki.issueHandset(self.commonName());
        Identity identity = new Identity(
                self.deviceId(),
                Optional.empty(),
                self,
                credential.key(),
                credential.chain(),
                "127.0.0.1",
                mqttPort,
                keySet);
        new FolderIdentities(data.resolve("handsets"), new ObjectMapper()).keep(identity);
        return new TestHandset(identity);
    }

    String deviceId() {
        return identity.enrollment().deviceId();
    }

    Map<String, Object> token(long revision, String stage) {
        return Map.of(
                "iss",
                "latchkey",
                "aud",
                deviceId(),
                "enr",
                1,
                "rev",
                revision,
                "stg",
                stage,
                "rst",
                List.of("camera"));
    }

    String askedAt(int port) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/handsets/" + deviceId());
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
