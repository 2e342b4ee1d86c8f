package io.latchkey.ingest.domain;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** One signature of the header {@code webhook-signature}. */
final class GivenSignature {

    private static final Set<String> VERSIONS = Set.of("v1", "v1a");

    final String version;
    private final byte[] bytes;

    private GivenSignature(String version, byte[] bytes) {
        this.version = version;
        this.bytes = bytes;
    }

    /** One of a version that we know, as {@code v1,<base64>}. */
    static Optional<GivenSignature> of(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || !VERSIONS.contains(text.substring(0, comma))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GivenSignature(
                    text.substring(0, comma), Base64.getDecoder().decode(text.substring(comma + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
