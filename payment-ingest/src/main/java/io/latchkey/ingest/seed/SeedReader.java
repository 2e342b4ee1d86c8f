package io.latchkey.ingest.seed;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.ingest.app.AccountPattern;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.OfferedPolicy;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.RemittanceRule.AccountPlace;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import io.latchkey.ingest.domain.RemittanceRule.Source;
import io.latchkey.ingest.domain.WebhookKey;
import io.latchkey.ingest.seed.SeedFile.SeededPlace;
import io.latchkey.ingest.seed.SeedFile.SeededRemittance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads and checks the partners' file. */
final class SeedReader {

    private static final ObjectReader JSON =
            EventJson.mapper().readerFor(SeedFile.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private final PolicyShelf policies;
    private final Function<String, Optional<String>> environment;

    SeedReader(Path file, LocalDate today, Function<String, Optional<String>> environment) {
        this.file = file;
        this.policies = new PolicyShelf(InvalidSeedException.source(file), today);
        this.environment = environment;
    }

    Map<PartnerId, Partner> read() {
        List<SeedFile.SeededPartner> seeded = parse().partners();
        Map<PartnerId, Partner> partners = new TreeMap<>();
        for (int i = 0; i < seeded.size(); i++) {
            Partner partner = partner(seeded.get(i), "/partners/" + i);
            if (partners.putIfAbsent(partner.id(), partner) != null) {
                throw invalid("/partners/" + i + "/partnerId", "is given twice; join the two partners");
            }
        }
        if (!policies.faults().isEmpty()) {
            throw new InvalidSeedException(
                    file, policies.faults().stream().map(PolicyFault::line).collect(joining("\n  ", "\n  ", "")));
        }
        return partners;
    }

    private SeedFile parse() {
        try {
            return JSON.readValue(Files.readAllBytes(file));
        } catch (JsonMappingException e) {
            throw invalid(pointer(e), complaint(e));
        } catch (JsonProcessingException e) {
            throw invalid(
                    "",
                    "is not JSON: " + e.getOriginalMessage() + ", at line "
                            + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new InvalidSeedException(file, "cannot be read; check the path and its permissions (" + e + ")");
        }
    }

    private Partner partner(SeedFile.SeededPartner seeded, String pointer) {
        if (seeded.secretsFromEnv().isEmpty()) {
            throw invalid(pointer + "/secretsFromEnv", "must name at least one environment variable");
        }
        List<OfferedPolicy> offered = policies.read(seeded.policies(), pointer + "/policies");
        List<LiveKey> keys = seeded.secretsFromEnv().stream()
                .map(key -> new LiveKey(key(key.env(), pointer + "/secretsFromEnv"), key.until()))
                .toList();
        RemittanceRule remittance = seeded.remittance()
                .map(rule -> remittance(rule, pointer + "/remittance"))
                .orElse(RemittanceRule.DEFAULT);
        PartnerTerms terms = new PartnerTerms(
                profile(seeded, pointer),
                remittance,
                seeded.pace().orElse(Pace.DEFAULT),
                seeded.feed(),
                seeded.sandbox().orElse(false));
        return new Partner(seeded.partnerId(), terms, keys, offered);
    }

    private RemittanceRule remittance(SeededRemittance seeded, String pointer) {
        List<AccountPlace> accounts = new ArrayList<>();
        for (int i = 0; i < seeded.accounts().size(); i++) {
            accounts.add(place(seeded.accounts().get(i), pointer + "/accounts/" + i));
        }
        List<Reference> paymentIds = seeded.paymentIds().stream()
                .map(element -> Reference.of(element)
                        .orElseThrow(() -> invalid(
                                pointer + "/paymentIds",
                                element + " must be one of "
                                        + Stream.of(Reference.values())
                                                .map(Reference::element)
                                                .toList())))
                .toList();
        if (accounts.isEmpty() || paymentIds.isEmpty()) {
            throw invalid(pointer, "must name at least one place of accounts and one reference of payments");
        }
        return new RemittanceRule(accounts, paymentIds);
    }

    private AccountPlace place(SeededPlace seeded, String pointer) {
        Source source = Source.of(seeded.source())
                .orElseThrow(() -> invalid(pointer + "/source", "must be one of structured, end-to-end-id, free-text"));
        try {
            return seeded.pattern()
                    .map(pattern -> new AccountPlace(source, AccountPattern.of(pattern)))
                    .orElseGet(() -> AccountPlace.whole(source));
        } catch (IllegalArgumentException e) {
            throw invalid(pointer + "/pattern", String.valueOf(e.getMessage()));
        }
    }

    private PartnerProfile profile(SeedFile.SeededPartner seeded, String pointer) {
        try {
            return seeded.profile();
        } catch (IllegalArgumentException e) {
            throw invalid(pointer, String.valueOf(e.getMessage()));
        }
    }

    private WebhookKey key(String name, String pointer) {
        String text = environment
                .apply(name)
                .orElseThrow(() -> invalid(
                        pointer,
                        "the environment variable " + name
                                + " is not set; set it to the partner's secret, whsec_<base64 of 24 to 64 bytes>, or public key,"
                                + " whpk_<base64 of 32 bytes>"));
        try {
            return WebhookKey.of(text);
        } catch (IllegalArgumentException e) {
            throw invalid(pointer, "the environment variable " + name + " does not fit: " + e.getMessage());
        }
    }

    private InvalidSeedException invalid(String pointer, String complaint) {
        return new InvalidSeedException(file, pointer.isEmpty() ? complaint : "at " + pointer + ": " + complaint);
    }

    private static String complaint(JsonMappingException e) {
        return e.getCause() instanceof IllegalArgumentException cause
                ? String.valueOf(cause.getMessage())
                : e.getOriginalMessage();
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        return pointer.toString();
    }
}
