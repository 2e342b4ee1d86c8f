package io.latchkey.ingest.http;

import io.latchkey.events.InstallmentEvent.Consent;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.ChosenPolicy;
import io.latchkey.ingest.domain.Due;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.ingest.domain.Overtaken;
import io.latchkey.kit.identity.Imei;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads the data of {@code loan.activated}. */
record ActivationReader(Surroundings around, Pseudonyms pseudonyms, List<Objection> objections) {

    Optional<Fact> read(JsonField data) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<Handset> handset = readHandset(data.object("device"));
        Optional<Currency> currency = data.child("currency").read(Formats.CURRENCY);
        Optional<ZoneId> zone = data.child("timeZone").read(Formats.TIME_ZONE);
        Optional<Policy> policy = readPolicy(data.child("jurisdiction"), data.child("policy"));
        policy.ifPresent(chosen -> objections.addAll(Overtaken.by(around.now(), zone, chosen)));
        List<Due> schedule = new ScheduleReader(currency).read(data.child("installments"));
        Optional<Consent> consent = readConsent(data.object("consent"));
        Optional<String> locale = readBorrower(data.object("borrower"));
        if (account.isEmpty() || handset.isEmpty() || currency.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        if (policy.isEmpty() || consent.isEmpty() || locale.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Fact.Activation(
                pseudonyms.loanId(around.partnerId(), account.get()),
                pseudonyms.deviceId(handset.get().first()),
                handset.get().second().map(pseudonyms::deviceId),
                currency.get(),
                zone.get(),
                ChosenPolicy.of(policy.get()),
                schedule.stream().map(due -> due.in(currency.get())).toList(),
                consent.get(),
                locale.get()));
    }

    private static Optional<Handset> readHandset(JsonField device) {
        JsonField secondField = device.child("imei2");
        Optional<Imei> first = device.child("imei").read(Formats.IMEI);
        Optional<Imei> second = secondField.readIfPresent(Formats.IMEI);
        if (first.isPresent() && first.equals(second)) {
            secondField.complain("must differ from imei; leave it out if there is only one");
        }
        return first.map(imei -> new Handset(imei, second));
    }

    private Optional<Policy> readPolicy(JsonField jurisdictionField, JsonField policyField) {
        Optional<String> jurisdiction = jurisdictionField.read(Formats.COUNTRY);
        Optional<String> name = policyField.read(Formats.POLICY_NAME);
        Optional<Policy> policy = name.flatMap(around.policies()::newest);
        if (name.isPresent() && policy.isEmpty()) {
            policyField.complain(Formats.POLICY_NAME.expectation());
        }
        policy.map(Policy::jurisdiction)
                .filter(lawful ->
                        jurisdiction.isPresent() && !jurisdiction.get().equals(lawful))
                .ifPresent(lawful -> jurisdictionField.complain("must be " + lawful + ", the policy's jurisdiction"));
        return policy;
    }

    private static Optional<Consent> readConsent(JsonField consent) {
        Optional<Instant> signedAt = consent.child("signedAt").read(Formats.TIMESTAMP);
        Optional<String> document = consent.child("documentSha256").read(Formats.SHA_256);
        return signedAt.flatMap(at -> document.map(digest -> new Consent(at, digest)));
    }

    /** E-mail and phone are checked, so that they are right when a later version uses them, and then forgotten. */
    private static Optional<String> readBorrower(JsonField borrower) {
        Optional<String> locale = borrower.child("locale").read(Formats.LOCALE);
        borrower.child("email").readIfPresent(Formats.EMAIL);
        borrower.child("phone").readIfPresent(Formats.PHONE);
        return locale;
    }

    private record Handset(Imei first, Optional<Imei> second) {}
}
