package io.latchkey.ingest.domain;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A partner as this service must know it.
 *
 * @param id the partner
 * @param terms what is agreed with it
 * @param keys all that it may sign with, some only for a while
 * @param policies what it offers from the start; {@link Policies} has what came later too
 */
public record Partner(PartnerId id, PartnerTerms terms, List<LiveKey> keys, List<OfferedPolicy> policies) {

    /** Who says that all payments up to a moment were sent. */
    public enum Feed {
        /** This stack does, on its own business clock; a local stack only. */
        AUTO,
        /** The partner does, by {@code feed.watermark}. */
        MANUAL;

        /**
         * Its name for people.
         *
         * @return {@code auto} or {@code manual}
         */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The one of that name.
         *
         * @param name as {@link #wireName} gives it
         * @return nothing if there is none
         */
        public static Optional<Feed> of(String name) {
            return Stream.of(values())
                    .filter(feed -> feed.wireName().equals(name))
                    .findAny();
        }
    }

    /** Copies the lists. */
    public Partner {
        keys = List.copyOf(keys);
        policies = List.copyOf(policies);
    }

    /**
     * What everyone may know of it.
     *
     * @return the profile
     */
    public PartnerProfile profile() {
        return terms.profile();
    }

    /**
     * The same partner with more keys.
     *
     * @param more keys that it may sign with too
     * @return the partner
     */
    public Partner withKeys(List<LiveKey> more) {
        return new Partner(
                id, terms, Stream.concat(keys.stream(), more.stream()).toList(), policies);
    }
}
