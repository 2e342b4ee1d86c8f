package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.identity.Pseudonyms;
import io.latchkey.kit.personal.ContactKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a webhook into a fact; on the way account numbers and IMEIs become pseudonyms, contacts are sealed. */
@ApplicationScoped
class FactReader {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Pseudonyms pseudonyms;
    private final ContactKeys contactKeys;

    FactReader(Pseudonyms pseudonyms, ContactKeys contactKeys) {
        this.pseudonyms = pseudonyms;
        this.contactKeys = contactKeys;
    }

    Reading read(Surroundings around, JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        JsonField root = JsonField.root(body, errors);
        Optional<FactType> type = root.child("type").read(Formats.FACT_TYPE);
        JsonField moment = root.child("timestamp");
        Optional<Instant> timestamp = moment.read(Formats.TIMESTAMP);
        if (type.filter(FactType.LOAN_AMENDED::equals).isPresent()) {
            // Of two amendments the one that was stated later stands: one from the future would outlast all that
            // follow.
            demandHappened(moment, timestamp, around.now());
        }
        JsonField data = root.object("data");
        List<Objection> objections = new ArrayList<>();
        Optional<Fact> fact = type.flatMap(known -> read(known, around, timestamp, data, objections));
        if (errors.isEmpty()) {
            return new Reading.Said(fact.orElseThrow(), objections, timestamp.orElseThrow());
        }
        objections.stream().map(Answers::error).forEach(errors::add);
        return new Reading.Wrong(errors);
    }

    private Optional<Fact> read(
            FactType type,
            Surroundings around,
            Optional<Instant> timestamp,
            JsonField data,
            List<Objection> objections) {
        PartnerId partner = around.partnerId();
        return switch (type) {
            case LOAN_ACTIVATED -> new ActivationReader(around, pseudonyms, contactKeys, objections).read(data);
            case LOAN_AMENDED -> new AmendmentReader(partner, pseudonyms, timestamp).read(data);
            case LOAN_CLOSED -> new ClosureReader(partner, pseudonyms).read(data);
            case PAYMENT_RECEIVED -> new PaymentReader(partner, pseudonyms).readReceived(data);
            case PAYMENT_PENDING -> new PaymentReader(partner, pseudonyms).readPending(data);
            case PAYMENT_REVERSED -> new ReversalReader(partner, pseudonyms).read(data);
            case LOCK_REQUESTED -> new RequestReader(partner, pseudonyms).readLock(data);
            case UNLOCK_REQUESTED -> new RequestReader(partner, pseudonyms).readUnlock(data);
            case REQUEST_WITHDRAWN -> new RequestReader(partner, pseudonyms).readWithdrawal(data);
            case FEED_WATERMARK -> readWatermark(data, around.now());
        };
    }

    /** A feed cannot be complete through what has not happened. */
    private static Optional<Fact> readWatermark(JsonField data, Instant now) {
        JsonField field = data.child("completeThrough");
        Optional<Instant> through = field.read(Formats.TIMESTAMP);
        demandHappened(field, through, now);
        return through.map(Fact.Watermark::new);
    }

    /** Clocks may differ by a little. */
    private static void demandHappened(JsonField field, Optional<Instant> said, Instant now) {
        said.filter(moment -> moment.isAfter(now.plus(TOLERANCE)))
                .ifPresent(future -> field.complain("must not lie in the future: it is "
                        + now.truncatedTo(ChronoUnit.SECONDS) + " now, and clocks may differ by 5 minutes"));
    }
}
