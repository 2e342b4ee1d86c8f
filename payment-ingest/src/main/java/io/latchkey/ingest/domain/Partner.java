package io.latchkey.ingest.domain;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import java.util.List;

/**
 * A partner as this service must know it.
 *
 * @param id the partner
 * @param profile what everyone may know of it
 * @param secrets all that it may sign with now
 * @param policies what it offers from the start; {@link Policies} has what came later too
 * @param feed who says that its feed is complete
 */
public record Partner(
        PartnerId id, PartnerProfile profile, List<WebhookSecret> secrets, List<OfferedPolicy> policies, Feed feed) {

    /** Who says that all payments up to a moment were sent. */
    public enum Feed {
        /** This stack does, on its own business clock; a local stack only. */
        AUTO,
        /** The partner does, by {@code feed.watermark}. */
        MANUAL
    }

    /** Copies the lists. */
    public Partner {
        secrets = List.copyOf(secrets);
        policies = List.copyOf(policies);
    }
}
