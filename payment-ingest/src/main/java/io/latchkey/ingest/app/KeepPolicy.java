package io.latchkey.ingest.app;

import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.events.policy.PolicyReading;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The one way in which a version of a policy comes to be, from the file or over HTTP: held to the law, then kept. */
@ApplicationScoped
class KeepPolicy {

    private final PartnerRegister register;
    private final BusinessClock clock;

    KeepPolicy(PartnerRegister register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Everything in which a policy is harsher than the law of the day at its partner's place. */
    List<PolicyFault> breaches(Partner partner, Policy policy) {
        return packFor(partner, policy).breaches(policy);
    }

    /** All that is wrong with a document, and with what it says as far as it can be read. */
    List<PolicyFault> faults(Partner partner, PolicyReading reading) {
        return reading.policy()
                .map(policy -> reading.faultsUnder(packFor(partner, policy)))
                .orElseGet(reading::faults);
    }

    /** Keeps a version with the pack that it was found to keep to; what was first kept under its number comes back. */
    Uni<Policy> keep(Partner partner, Policy policy) {
        return register.keep(partner.id(), policy, packFor(partner, policy).id());
    }

    private Pack packFor(Partner partner, Policy policy) {
        LocalDate today = LocalDate.ofInstant(clock.now(), partner.profile().timeZone());
        return Packs.shipped().holding(policy.jurisdiction(), today);
    }
}
