package io.latchkey.system.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One running way from a webhook to handsets.
 *
 * @param name as the table calls it
 * @param webhook where payments are sent
 * @param secret signs them, {@code whsec_…}
 * @param handsets those that are online
 * @param appliedLog where they note what they applied
 * @param processes the ids of all that takes part, by name
 */
record Way(
        String name, URI webhook, String secret, List<Handset> handsets, Path appliedLog, Map<String, Long> processes) {

    Way {
        handsets = List.copyOf(handsets);
        processes = Map.copyOf(processes);
    }

    /** The stack's own. */
    static Way ours(BenchStack stack, List<Handset> handsets) {
        return new Way(
                "ours",
                stack.faces().ingest().resolve("/v1/partners/" + stack.faces().partnerId() + "/events"),
                stack.faces().webhookSecret(),
                handsets,
                stack.appliedLog(),
                stack.processes(Stream.concat(BenchStack.SERVERS.stream(), BenchStack.SERVICES.stream())
                        .toList()));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name;
    }
}
