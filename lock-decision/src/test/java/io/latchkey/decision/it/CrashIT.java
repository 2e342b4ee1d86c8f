package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanDecision.LoanRefused;
import io.latchkey.kit.clock.BusinessClock;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersAfterCrash.class)
@Tag("long")
class CrashIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    AtStart atStart;

    /** What whoever begins to work with the service sees. */
    @ApplicationScoped
    public static class AtStart {

        private Duration offset = Duration.ZERO;

        void look(@Observes StartupEvent event, BusinessClock clock) {
            offset = clock.offset();
        }

        Duration offset() {
            return offset;
        }
    }

    @Test
    void nothingBeginsBeforeTheServiceKnowsWhatTimeItIs() {
        assertThat(atStart.offset()).isEqualTo(ServersAfterCrash.OFFSET);
    }

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
