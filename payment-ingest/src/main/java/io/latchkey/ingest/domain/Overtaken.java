package io.latchkey.ingest.domain;

import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the law of the day has against a policy that was lawful when it was published. */
public final class Overtaken {

    private static final String POINTER = "/data/policy";

    private Overtaken() {}

    /**
     * Holds a policy to the law of the day on which a loan begins.
     *
     * @param now business time
     * @param zone of the loan, whose day counts, as far as it is known
     * @param policy the newest version
     * @return one objection for each clause and place
     */
    public static List<Objection> by(Instant now, Optional<ZoneId> zone, Policy policy) {
        LocalDate today = LocalDate.ofInstant(now, zone.orElse(ZoneOffset.UTC));
        Pack pack = Packs.shipped().holding(policy.jurisdiction(), today);
        return pack.breaches(policy).stream()
                .map(fault -> objection(policy, pack, fault))
                .toList();
    }

    private static Objection objection(Policy policy, Pack pack, PolicyFault fault) {
        String detail = policy.name() + "@" + policy.version() + " is harsher than the law by now; publish a version"
                + " that keeps to " + pack.id() + ": at " + fault.pointer() + " " + fault.sentence();
        return new Objection(POINTER, detail, Optional.of(fault.code().code()), fault.clause());
    }
}
