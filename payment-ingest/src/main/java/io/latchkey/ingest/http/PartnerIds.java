package io.latchkey.ingest.http;

import io.latchkey.events.PartnerId;
import java.util.Optional;

/** Partners as paths name them. */
final class PartnerIds {

    private PartnerIds() {}

    /** The partner's id, or nothing if no partner can have such a name. */
    static Optional<PartnerId> read(String text) {
        try {
            return Optional.of(new PartnerId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
