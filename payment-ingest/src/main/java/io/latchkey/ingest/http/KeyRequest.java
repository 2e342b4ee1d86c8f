package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.ingest.domain.WebhookPublicKey;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operator wants of a key: the partner's public half of it, if it is no secret of ours, and its end, if it has one. */
record KeyRequest(Optional<String> publicKey, Optional<Instant> until) {

    private static final TextFormat<String> PUBLIC_KEY = TextFormat.of(
            "must be an Ed25519 public key, whpk_ and 32 bytes in base64; without it a secret is made",
            "whpk_[A-Za-z0-9+/=]{1,60}",
            text -> {
                WebhookPublicKey.of(text);
                return text;
            });

    static KeyRequest read(JsonNode document) {
        List<FieldError> complaints = new ArrayList<>();
        JsonField root = JsonField.root(document, complaints).only("publicKey", "until");
        return of(root.child("publicKey").readIfPresent(PUBLIC_KEY), root, complaints);
    }

    static KeyRequest readEnd(JsonNode document) {
        List<FieldError> complaints = new ArrayList<>();
        return of(Optional.empty(), JsonField.root(document, complaints).only("until"), complaints);
    }

    private static KeyRequest of(Optional<String> publicKey, JsonField root, List<FieldError> complaints) {
        Optional<Instant> until = root.child("until").readIfPresent(Formats.TIMESTAMP);
        if (!complaints.isEmpty()) {
            throw new ProblemException(Problem.unprocessable(complaints));
        }
        return new KeyRequest(publicKey, until);
    }
}
