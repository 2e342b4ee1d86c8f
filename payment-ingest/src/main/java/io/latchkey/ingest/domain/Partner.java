package io.latchkey.ingest.domain;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import java.util.List;

/**
 * A partner as this service must know it.
 *
 * @param id the partner
 * @param profile what everyone may know of it
 * @param keys all that it may sign with, some only for a while
 * @param policies what it offers from the start; {@link Policies} has what came later too
 * @param remittance how its bank names loans and payments
 * @param pace how often it may ask
 * @param feed who says that its feed is complete
 */
public record Partner(
        PartnerId id,
        PartnerProfile profile,
        List<LiveKey> keys,
        List<OfferedPolicy> policies,
        RemittanceRule remittance,
        Pace pace,
        Feed feed) {

    /** Who says that all payments up to a moment were sent. */
    public enum Feed {
        /** This stack does, on its own business clock; a local stack only. */
        AUTO,
        /** The partner does, by {@code feed.watermark}. */
        MANUAL
    }

    /** Copies the lists. */
    public Partner {
        keys = List.copyOf(keys);
        policies = List.copyOf(policies);
    }
}
