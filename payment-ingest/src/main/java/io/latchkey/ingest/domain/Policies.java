package io.latchkey.ingest.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.latchkey.events.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * The policies of one partner.
 *
 * @param versions every version of every policy, in any order
 */
public record Policies(List<Policy> versions) {

    /** Of a partner that has none. */
    public static final Policies NONE = new Policies(List.of());

    /** Copies the list. */
    public Policies {
        versions = List.copyOf(versions);
    }

    /**
     * The policy that a new loan is signed under.
     *
     * @param name the policy's name
     * @return its newest version, or nothing if the partner has none of that name
     */
    public Optional<Policy> newest(String name) {
        return versions.stream().filter(policy -> policy.name().equals(name)).max(comparingInt(Policy::version));
    }

    /**
     * The newest version of each policy.
     *
     * @return by name
     */
    public List<Policy> newestOfEach() {
        return versions.stream()
                .filter(policy -> newest(policy.name()).filter(policy::equals).isPresent())
                .sorted(comparing(Policy::name))
                .toList();
    }
}
