package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.PartnerTerms;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What partners are that were told over HTTP, and the keys that were. No topic has it, so it is backed up, and outlives a
 * database that is built again. All calls fail with {@link UnavailableException}.
 */
public interface PartnerVault {

    /**
     * Tells whether keys can be kept.
     *
     * @return false if the service was given nothing to seal them with
     */
    boolean canSeal();

    /**
     * How often it changed.
     *
     * @return a number that only grows
     */
    Uni<Long> changes();

    /**
     * All of it.
     *
     * @return as it is now
     */
    Uni<Content> read();

    /**
     * Keeps what is agreed with a partner.
     *
     * @param id the partner, new or not
     * @param terms what is agreed now
     * @return completes when it is kept
     */
    Uni<Void> keep(PartnerId id, PartnerTerms terms);

    /**
     * Keeps a key, sealed.
     *
     * @param id whose it is
     * @param keyId its name
     * @param key as Standard Webhooks writes it
     * @param until when it ends, if it does
     * @return completes when it is kept
     */
    Uni<Void> keepKey(PartnerId id, String keyId, String key, Optional<Instant> until);

    /**
     * Gives a key another end.
     *
     * @param id whose it is
     * @param keyId its name
     * @param until when it ends, if it does
     * @return whether there is such a key
     */
    Uni<Boolean> endKey(PartnerId id, String keyId, Optional<Instant> until);

    /**
     * Forgets a key at once.
     *
     * @param id whose it is
     * @param keyId its name
     * @return whether there was such a key
     */
    Uni<Boolean> forgetKey(PartnerId id, String keyId);

    /**
     * What is kept.
     *
     * @param changes how often it had changed
     * @param partners what is agreed with each
     * @param keys of each, the oldest first; also of partners of the file
     */
    record Content(long changes, Map<PartnerId, PartnerTerms> partners, Map<PartnerId, List<KeptKey>> keys) {

        /** Nothing yet. */
        public static final Content NONE = new Content(0, Map.of(), Map.of());

        /** Copies both. */
        public Content {
            partners = Map.copyOf(partners);
            keys = Map.copyOf(keys);
        }
    }

    /**
     * A key that is kept.
     *
     * @param keyId its name
     * @param key the key, and when it ends
     * @param keptAt the system clock's time
     */
    record KeptKey(String keyId, LiveKey key, Instant keptAt) {}
}
