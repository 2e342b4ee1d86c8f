package io.latchkey.ingest.http;

import io.latchkey.events.InstallmentEvent.Consent;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.ChosenPolicy;
import io.latchkey.ingest.domain.Due;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.ingest.domain.Overtaken;
import io.latchkey.ingest.domain.SealedContact;
import io.latchkey.kit.identity.Imei;
import io.latchkey.kit.identity.Pseudonyms;
import io.latchkey.kit.personal.Contact;
import io.latchkey.kit.personal.ContactKeys;
import io.latchkey.kit.personal.LoanKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads the data of {@code loan.activated}. */
record ActivationReader(
        Surroundings around, Pseudonyms pseudonyms, ContactKeys contactKeys, List<Objection> objections) {

    Optional<Fact> read(JsonField data) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<Handset> handset = readHandset(data.object("device"));
        Optional<Currency> currency = data.child("currency").read(Formats.CURRENCY);
        Optional<ZoneId> zone = data.child("timeZone").read(Formats.TIME_ZONE);
        Optional<Policy> policy = readPolicy(data.child("jurisdiction"), data.child("policy"));
        policy.ifPresent(chosen -> objections.addAll(Overtaken.by(around.now(), zone, chosen)));
        List<Due> schedule = new ScheduleReader(currency).read(data.child("installments"));
        Optional<Consent> consent = readConsent(data.object("consent"));
        Optional<Borrower> borrower = readBorrower(data.object("borrower"));
        if (account.isEmpty() || handset.isEmpty() || currency.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        if (policy.isEmpty() || consent.isEmpty() || borrower.isEmpty()) {
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
                borrower.get().locale(),
                seal(borrower.get().contact())));
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

    private static Optional<Borrower> readBorrower(JsonField borrower) {
        Optional<String> locale = borrower.child("locale").read(Formats.LOCALE);
        Optional<String> email = borrower.child("email").readIfPresent(Formats.EMAIL);
        Optional<String> phone = borrower.child("phone").readIfPresent(Formats.PHONE);
        return locale.map(tag -> new Borrower(tag, new Contact(email, phone)));
    }

    /** From here on nobody in this service can reach the borrower. */
    private Optional<SealedContact> seal(Contact contact) {
        if (contact.isEmpty()) {
            return Optional.empty();
        }
        LoanKey key = LoanKey.random();
        return Optional.of(new SealedContact(key.seal(contact), contactKeys.wrap(key)));
    }

    private record Borrower(String locale, Contact contact) {}

    private record Handset(Imei first, Optional<Imei> second) {}
}
