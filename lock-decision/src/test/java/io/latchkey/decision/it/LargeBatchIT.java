package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Loans;
import io.latchkey.decision.app.Source;
import io.latchkey.events.PartnerId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes by thousands in one batch, as where a database is built again. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class LargeBatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 6_000;
    private static final PartnerId PARTNER = new PartnerId("large-batch");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    Loans loans;

    @Inject
    AgroalDataSource database;

    @Test
    void thousandsOfWordsThatAFeedIsCompleteAreKeptAndOfEachPartitionTheLatestCounts() throws SQLException {
        List<Batch.Watermark> marks = IntStream.range(0, MANY)
                .mapToObj(i -> new Batch.Watermark(
                        PARTNER, new Source("installment-events", i % 6), FIRST.plusSeconds((i * 7_919L) % MANY)))
                .toList();

        loans.inTransaction(transaction -> transaction.complete(marks).replaceWith(true))
                .await()
                .atMost(PATIENCE);

        for (int partition = 0; partition < 6; partition++) {
            int part = partition;
            Instant latest = marks.stream()
                    .filter(mark -> mark.source().partition() == part)
                    .map(Batch.Watermark::completeThrough)
                    .max(Instant::compareTo)
                    .orElseThrow();
            assertThat(completeThrough(part)).isEqualTo(latest);
        }
    }

    private Instant completeThrough(int partition) throws SQLException {
        try (Connection connection = database.getConnection();
                var question = connection.prepareStatement(
                        "select complete_through from feed where partner_id = ? and part = ?")) {
            question.setString(1, PARTNER.value());
            question.setInt(2, partition);
            try (ResultSet row = question.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getTimestamp(1).toInstant();
            }
        }
    }
}
