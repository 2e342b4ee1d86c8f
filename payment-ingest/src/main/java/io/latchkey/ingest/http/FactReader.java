package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.identity.Pseudonyms;
import io.latchkey.kit.personal.ContactKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a webhook into a fact; on the way account numbers and IMEIs become pseudonyms, contacts are sealed. */
@ApplicationScoped
class FactReader {

    private final Pseudonyms pseudonyms;
    private final ContactKeys contactKeys;

    FactReader(Pseudonyms pseudonyms, ContactKeys contactKeys) {
        this.pseudonyms = pseudonyms;
        this.contactKeys = contactKeys;
    }

    Reading read(Partner partner, JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        JsonField root = JsonField.root(body, errors);
        Optional<FactType> type = root.child("type").read(Formats.FACT_TYPE);
        Optional<Instant> timestamp = root.child("timestamp").read(Formats.TIMESTAMP);
        JsonField data = root.object("data");
        Optional<Fact> fact = type.flatMap(known -> read(known, partner, data));
        return errors.isEmpty()
                ? new Reading.Said(fact.orElseThrow(), timestamp.orElseThrow())
                : new Reading.Wrong(errors);
    }

    private Optional<Fact> read(FactType type, Partner partner, JsonField data) {
        return switch (type) {
            case LOAN_ACTIVATED -> new ActivationReader(partner, pseudonyms, contactKeys).read(data);
            case PAYMENT_RECEIVED -> new PaymentReader(partner.id(), pseudonyms).read(data);
            case PAYMENT_REVERSED -> new ReversalReader(partner.id(), pseudonyms).read(data);
            case LOAN_CLOSED -> new ClosureReader(partner.id(), pseudonyms).read(data);
            case FEED_WATERMARK ->
                data.child("completeThrough").read(Formats.TIMESTAMP).map(Fact.Watermark::new);
        };
    }
}
