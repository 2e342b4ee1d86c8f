package io.latchkey.ingest.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.policy.FaultCode;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.events.policy.PolicyReading;
import io.latchkey.ingest.domain.OfferedPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers the policies of a file and all that is wrong with any of them. */
final class PolicyShelf {

    private final String source;
    private final LocalDate today;
    private final List<PolicyFault> faults = new ArrayList<>();

    /**
     * Begins to gather.
     *
     * @param source how the file is named to whoever must mend it
     * @param today the day whose packs a faulty policy is held to, so that it need not be mended twice
     */
    PolicyShelf(String source, LocalDate today) {
        this.source = source;
        this.today = today;
    }

    /** Reads the policies of one partner; what is readable comes back, with or without faults. */
    List<OfferedPolicy> read(List<JsonNode> documents, String pointer) {
        List<OfferedPolicy> offered = new ArrayList<>();
        Set<String> versions = new HashSet<>();
        for (int i = 0; i < documents.size(); i++) {
            String at = pointer + "/" + i;
            PolicyReading reading = PolicyReading.of(documents.get(i), Packs.shipped());
            faultsOf(reading).forEach(fault -> faults.add(fault.below(at)));
            reading.policy().ifPresent(policy -> {
                if (!versions.add(policy.name() + "@" + policy.version())) {
                    faults.add(new PolicyFault(
                            at + "/version",
                            FaultCode.REPEATED,
                            Optional.empty(),
                            "is given twice for this name; use a new version"));
                }
                offered.add(new OfferedPolicy(policy, source, at));
            });
        }
        return offered;
    }

    /** Whether a policy that has no fault of its own is lawful is judged when it is new, not at every start. */
    private List<PolicyFault> faultsOf(PolicyReading reading) {
        Optional<Policy> policy = reading.policy();
        return reading.faults().isEmpty() || policy.isEmpty()
                ? reading.faults()
                : reading.faultsUnder(Packs.shipped().holding(policy.get().jurisdiction(), today));
    }

    List<PolicyFault> faults() {
        return List.copyOf(faults);
    }
}
