package io.latchkey.ingest.domain;

import java.util.Optional;

/**
 * A request as it came in, nothing of it believed yet.
 *
 * @param webhookId the header {@code webhook-id}
 * @param timestamp the header {@code webhook-timestamp}
 * @param signature the header {@code webhook-signature}
 * @param body the raw bytes
 */
public record SignedRequest(
        Optional<String> webhookId, Optional<String> timestamp, Optional<String> signature, SignedContent body) {}
