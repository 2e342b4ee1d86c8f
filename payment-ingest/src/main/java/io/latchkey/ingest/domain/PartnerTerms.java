package io.latchkey.ingest.domain;

import io.latchkey.events.PartnerProfile;

/**
 * What is agreed with a partner, beside its policies and its keys.
 *
 * @param profile what everyone may know of it
 * @param remittance how its bank names loans and payments
 * @param pace how often it may ask
 * @param feed who says that its feed is complete
 * @param sandbox whether its loans are nobody's: it is told more of what it does wrong
 */
public record PartnerTerms(
        PartnerProfile profile, RemittanceRule remittance, Pace pace, Partner.Feed feed, boolean sandbox) {}
