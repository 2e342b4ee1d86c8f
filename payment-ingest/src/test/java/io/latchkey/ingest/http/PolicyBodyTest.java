package io.latchkey.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.EventJson;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.events.policy.PolicyReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBodyTest {

    private static final Policy MILD = new Policy("standard", 1, "ZZ", List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'jurisdiction':'ZZ','ladder':[]}",
                "{'name':'standard','jurisdiction':'ZZ','ladder':[]}",
                "{'name':null,'version':null,'jurisdiction':'ZZ','ladder':[]}",
                "{'name':'standard','version':1,'jurisdiction':'ZZ','ladder':[]}",
            })
    void theNameStandsInThePathAndTheVersionIsGivenHere(String json) {
        PolicyReading reading = read(json, "standard");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.policy()).contains(MILD);
    }

    @Test
    void anotherNameAndAllElseThatIsWrongIsNamedAtOnce() {
        PolicyReading reading = read("{'name':'hasty','version':0,'jurisdiction':'XX','laddder':[]}", "standard");

        assertThat(reading.faults())
                .extracting(PolicyFault::pointer)
                .containsExactlyInAnyOrder("/name", "/version", "/jurisdiction", "/laddder", "/ladder");
    }

    @Test
    void aPathThatCanBeNoNameIsAFaultOfTheName() {
        assertThat(read("{'jurisdiction':'ZZ','ladder':[]}", "No Slug").faults())
                .extracting(PolicyFault::pointer)
                .containsExactly("/name");
    }

    @Test
    void whatIsNoObjectIsNoPolicy() {
        assertThat(PolicyBody.read(EventJson.mapper().createArrayNode(), "standard")
                        .faults())
                .isNotEmpty();
    }

    private static PolicyReading read(String json, String name) {
        return PolicyBody.read(Bodies.parse(json.replace('\'', '"')), name);
    }
}
