package io.latchkey.ingest.seed;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The partners of the file. */
@ApplicationScoped
class SeededPartners implements Partners {

    private final Map<PartnerId, Partner> partners;

    SeededPartners(IngestConfig settings, Config config, BusinessClock clock) {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        SeedReader reader =
                new SeedReader(settings.partnersFile(), today, name -> config.getOptionalValue(name, String.class));
        partners = Map.copyOf(reader.read());
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(partners.get(id));
    }

    @Override
    public Collection<Partner> all() {
        return partners.values();
    }
}
