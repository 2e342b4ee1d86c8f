package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.PartnerVault.Content;
import io.latchkey.ingest.app.PartnerVault.KeptKey;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.Partner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The partners of the file and those that were told over HTTP, at hand for every request. What the file says of a partner
 * stands; keys may be added to it.
 */
@ApplicationScoped
public class PartnerBook implements Partners {

    private static final Logger LOG = Logger.getLogger(PartnerBook.class);

    private final PartnersFile file;
    private final PartnerVault vault;
    private volatile Edition edition;

    private record Edition(Content content, Map<PartnerId, Partner> partners) {}

    PartnerBook(PartnersFile file, PartnerVault vault) {
        this.file = file;
        this.vault = vault;
        this.edition = editionOf(Content.NONE);
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(edition.partners().get(id));
    }

    @Override
    public Collection<Partner> all() {
        return edition.partners().values();
    }

    /**
     * Tells whether a partner is as the file has it.
     *
     * @param id the partner
     * @return true if it stands in the file
     */
    public boolean isOfFile(PartnerId id) {
        return file.partners().stream().anyMatch(partner -> partner.id().equals(id));
    }

    /**
     * A partner's keys that were told over HTTP.
     *
     * @param id the partner
     * @return the oldest first
     */
    public List<KeptKey> keptKeys(PartnerId id) {
        return edition.content().keys().getOrDefault(id, List.of());
    }

    /**
     * Reads all anew.
     *
     * @return completes when it is known; fails with {@link UnavailableException}
     */
    public Uni<Void> read() {
        return vault.read().invoke(this::learn).replaceWithVoid();
    }

    /** Of two readings at once the one that began first may end last. */
    private synchronized void learn(Content content) {
        if (content.changes() >= edition.content().changes()) {
            edition = editionOf(content);
        }
    }

    /**
     * Reads what other instances were told.
     *
     * @return completes when it is up to date; fails with {@link UnavailableException}
     */
    public Uni<Void> keepUp() {
        return vault.changes()
                .chain(changes -> changes == edition.content().changes()
                        ? Uni.createFrom().voidItem()
                        : read());
    }

    private Edition editionOf(Content content) {
        Map<PartnerId, Partner> partners = new TreeMap<>();
        file.partners().forEach(partner -> partners.put(partner.id(), partner));
        content.partners().forEach((id, terms) -> {
            if (partners.putIfAbsent(id, new Partner(id, terms, List.of(), List.of())) != null) {
                LOG.warnf("A partner was told over HTTP and stands in the file too: the file counts partner=%s", id);
            }
        });
        partners.replaceAll((id, partner) -> partner.withKeys(keys(content, id)));
        return new Edition(content, partners);
    }

    private static List<LiveKey> keys(Content content, PartnerId id) {
        return content.keys().getOrDefault(id, List.of()).stream()
                .map(KeptKey::key)
                .toList();
    }
}
