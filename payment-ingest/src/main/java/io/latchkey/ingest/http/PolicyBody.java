package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.policy.FaultCode;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.events.policy.PolicyReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy document as it comes over HTTP: its name stands in the path and may stand in it too, and its version is given
 * here, whatever it says.
 */
final class PolicyBody {

    private static final String NAME = "name";
    private static final String VERSION = "version";

    private PolicyBody() {}

    static PolicyReading read(JsonNode body, String name) {
        if (!(body instanceof ObjectNode given)) {
            return PolicyReading.of(body, Packs.shipped());
        }
        ObjectNode document = given.deepCopy();
        Optional<PolicyFault> otherName = otherName(document.path(NAME), name);
        document.put(NAME, name);
        if (document.path(VERSION).isMissingNode() || document.path(VERSION).isNull()) {
            document.put(VERSION, 1);
        }
        PolicyReading reading = PolicyReading.of(document, Packs.shipped());
        List<PolicyFault> faults = new ArrayList<>(otherName.stream().toList());
        faults.addAll(reading.faults());
        return new PolicyReading(reading.policy(), faults);
    }

    private static Optional<PolicyFault> otherName(JsonNode said, String name) {
        if (said.isMissingNode() || said.isNull() || name.equals(said.textValue())) {
            return Optional.empty();
        }
        return Optional.of(new PolicyFault(
                "/" + NAME,
                FaultCode.MALFORMED,
                Optional.empty(),
                "must be the name in the path; leave it out, or send the document there"));
    }
}
