package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.PartnerTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the service of partners and of the keys that they sign with. Each call completes when this instance works by it
 * and, where everyone has to know, Kafka has it; other instances follow within seconds. All calls fail with
 * {@link UnavailableException}, and then the same may be sent again.
 */
@ApplicationScoped
public class AdministerPartners {

    /** Each costs a look at every request of its partner. */
    public static final int MOST_KEYS = 10;

    private static final Logger LOG = Logger.getLogger(AdministerPartners.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final PartnerBook book;
    private final PartnerVault vault;
    private final PartnerRegister register;
    private final AnnouncePartners announcePartners;

    AdministerPartners(
            PartnerBook book, PartnerVault vault, PartnerRegister register, AnnouncePartners announcePartners) {
        this.book = book;
        this.vault = vault;
        this.register = register;
        this.announcePartners = announcePartners;
    }

    /**
     * Takes in a partner, or changes what is agreed with it.
     *
     * @param id a partner that does not stand in the file
     * @param terms what is agreed
     * @return whether the partner is new
     */
    public Uni<Boolean> agree(PartnerId id, PartnerTerms terms) {
        boolean isNew = book.find(id).isEmpty();
        return vault.keep(id, terms)
                .chain(() -> register.keep(id, terms.profile()))
                .chain(announcePartners::announce)
                .chain(book::read)
                .invoke(() -> LOG.infof("Partner agreed partner=%s new=%b", id, isNew))
                .replaceWith(isNew);
    }

    /**
     * Makes a secret.
     *
     * @param id the partner
     * @param until when it ends, if it does
     * @return its name and the secret, which is told this once
     */
    public Uni<NewKey> makeSecret(PartnerId id, Optional<Instant> until) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return keep(id, "whsec_" + Base64.getEncoder().encodeToString(bytes), until);
    }

    /**
     * Takes a key of which the partner has the private half.
     *
     * @param id the partner
     * @param publicKey as Standard Webhooks writes it, {@code whpk_…}
     * @param until when it ends, if it does
     * @return its name
     */
    public Uni<NewKey> takePublicKey(PartnerId id, String publicKey, Optional<Instant> until) {
        return keep(id, publicKey, until);
    }

    private Uni<NewKey> keep(PartnerId id, String key, Optional<Instant> until) {
        String keyId = UUID.randomUUID().toString();
        return vault.keepKey(id, keyId, key, until)
                .chain(book::read)
                .invoke(() -> LOG.infof("Key kept partner=%s key=%s until=%s", id, keyId, told(until)))
                .replaceWith(new NewKey(keyId, key));
    }

    /**
     * Gives a key another end.
     *
     * @param id the partner
     * @param keyId the key
     * @param until when it ends, if it does
     * @return whether there is such a key
     */
    public Uni<Boolean> endKey(PartnerId id, String keyId, Optional<Instant> until) {
        return vault.endKey(id, keyId, until)
                .call(book::read)
                .invoke(found ->
                        LOG.infof("Key ends partner=%s key=%s until=%s found=%b", id, keyId, told(until), found));
    }

    private static String told(Optional<Instant> until) {
        return until.map(Instant::toString).orElse("never");
    }

    /**
     * Forgets a key at once.
     *
     * @param id the partner
     * @param keyId the key
     * @return whether there was such a key
     */
    public Uni<Boolean> forgetKey(PartnerId id, String keyId) {
        return vault.forgetKey(id, keyId)
                .call(book::read)
                .invoke(found -> LOG.infof("Key forgotten partner=%s key=%s found=%b", id, keyId, found));
    }

    /**
     * A key that was kept.
     *
     * @param keyId its name
     * @param text the key itself
     */
    public record NewKey(String keyId, String text) {

        /** Never the key. */
        @Override
        public String toString() {
            return "NewKey[" + keyId + "]";
        }
    }
}
