package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanDecision.LoanRefused;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersAfterCrash.class)
@Tag("long")
class CrashIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void whatWasCommittedAndNotPublishedBeforeACrashIsPublishedInOrderAtTheStart() {
        try (Wire wire = new Wire(bootstrapServers)) {
            wire.await(LoanRefused.class, last -> last.number() == 3);

            assertThat(wire.all(LoanRefused.class, one -> one.loanId().equals(ServersAfterCrash.LOAN)))
                    .extracting(LoanRefused::number)
                    .containsExactlyElementsOf(ServersAfterCrash.NUMBERS);
        }
    }
}
