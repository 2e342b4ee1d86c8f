package io.latchkey.ingest.kafka;

import io.latchkey.events.LoanId;
import io.latchkey.events.Topic;
import io.latchkey.ingest.app.LoanKeys;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.kit.kafka.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases loans' keys. */
@ApplicationScoped
class KafkaLoanKeys implements LoanKeys {

    private final EventPublisher publisher;

    KafkaLoanKeys(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> erase(LoanId loanId) {
        return publisher
                .erase(Topic.LOAN_KEYS, loanId.value())
                .onFailure()
                .transform(e -> new UnavailableException("Kafka did not confirm the erasure", e));
    }
}
