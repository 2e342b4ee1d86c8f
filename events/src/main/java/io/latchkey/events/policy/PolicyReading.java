package io.latchkey.events.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of reading a policy document: all that is wrong with it at once.
 *
 * @param policy the policy as far as it could be read, with the defaults in place of what could not; nothing if name,
 *     version, jurisdiction or ladder are unreadable. Only if there are no faults may it be published
 * @param faults everything that is wrong with the document itself, in the order of its fields
 */
public record PolicyReading(Optional<Policy> policy, List<PolicyFault> faults) {

    /** Copies the list. */
    public PolicyReading {
        faults = List.copyOf(faults);
    }

    /**
     * Reads a document, and finds what contradicts itself; not yet whether it is lawful.
     *
     * @param document JSON as in {@code schemas/Policy.v1.json}, without fields that are not in it
     * @param packs the packs that it may name
     * @return the policy, or its faults
     */
    public static PolicyReading of(JsonNode document, Packs packs) {
        return PolicyReader.read(document, packs);
    }

    /**
     * Everything that is wrong: what contradicts itself, and what is harsher than a pack.
     *
     * @param pack the pack that holds on the day of publication
     * @return all faults; empty if the policy may be published
     */
    public List<PolicyFault> faultsUnder(Pack pack) {
        Stream<PolicyFault> harsh = policy.stream().flatMap(one -> pack.breaches(one).stream());
        return Stream.concat(faults.stream(), harsh).toList();
    }
}
