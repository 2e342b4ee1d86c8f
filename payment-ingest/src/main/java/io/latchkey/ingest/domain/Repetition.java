package io.latchkey.ingest.domain;

import java.util.Optional;
import java.util.SortedSet;

/** What to make of a request some key of which was seen before. */
public sealed interface Repetition {

    /** The same request again. */
    record SameRequest() implements Repetition {}

    /** The same fact under another {@code webhook-id}. */
    record SameFact() implements Repetition {}

    /**
     * A known key with something else.
     *
     * @param key what was used before, in the partner's words
     * @param pointers where the request differs from the first one
     */
    record Conflict(String key, SortedSet<String> pointers) implements Repetition {}

    /**
     * Judges a request by what its keys stand for already.
     *
     * @param fact what is said now
     * @param underWebhookId what was said first under the request's {@code webhook-id}
     * @param underFactKey what was said first under {@link Fact#key}
     * @return the judgement
     * @throws IllegalStateException if neither key is known, which is no repetition
     */
    static Repetition of(Fact fact, Optional<Content> underWebhookId, Optional<Content> underFactKey) {
        if (underWebhookId.isPresent()) {
            return compare("webhook-id", fact, underWebhookId.get(), new SameRequest());
        }
        Content first = underFactKey.orElseThrow(() -> new IllegalStateException("neither key is known"));
        return compare(nameOf(fact), fact, first, new SameFact());
    }

    private static Repetition compare(String key, Fact fact, Content first, Repetition same) {
        SortedSet<String> pointers = fact.content().differencesTo(first);
        return pointers.isEmpty() ? same : new Conflict(key, pointers);
    }

    private static String nameOf(Fact fact) {
        return switch (fact) {
            case Fact.Payment payment -> "paymentId";
            case Fact.Activation activation -> "accountNumber";
            case Fact.Closure closure -> "accountNumber";
            case Fact.Reversal reversal -> "paymentId";
            case Fact.PendingPayment pending -> "paymentId";
            case Amendment amendment -> "timestamp";
            case Request request -> "requestId";
            case Fact.Watermark watermark -> "completeThrough";
        };
    }
}
