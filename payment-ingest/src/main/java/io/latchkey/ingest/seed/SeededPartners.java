package io.latchkey.ingest.seed;

import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.app.PartnersFile;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The partners of the file, as they were at the start. */
@ApplicationScoped
class SeededPartners implements PartnersFile {

    private final List<Partner> partners;

    SeededPartners(IngestConfig settings, Config config, BusinessClock clock) {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        SeedReader reader =
                new SeedReader(settings.partnersFile(), today, name -> config.getOptionalValue(name, String.class));
        partners = List.copyOf(reader.read().values());
    }

    @Override
    public Collection<Partner> partners() {
        return partners;
    }
}
