package io.latchkey.decision.store;

import io.latchkey.decision.app.PlacesUsed;
import io.latchkey.decision.app.RebuildStore;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.LoanEvent.Rebuilt;
import io.latchkey.decision.domain.Reason;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.FleetDecision.BatchReleased;
import io.latchkey.events.FleetDecision.BrakeChanged;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.LoanWaiting;
import io.latchkey.events.LoanDecision.PaymentParked;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A rebuild's own part of the database, by plain JDBC: it runs before anything else does and has to wait. The index that
 * lets one loan govern a handset is put aside meanwhile: decisions of two loans come in the order of their partitions.
 */
@ApplicationScoped
class JdbcRebuildStore implements RebuildStore {

    private static final String LOCK = "select pg_advisory_lock(hashtextextended('rebuild', 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('rebuild', 0))";

    private static final String ANY_MARK = "select from consumed where topic = 'installment-events' limit 1";

    private static final String CLEAR =
            "truncate loan, device, parked_payment, partner, policy, outbox, consumed, feed,"
                    + " received, fleet, brake, cap_hour, cap_block, cap_batch, cap_approval, decision_record";

    private static final String ALONE =
            "create unique index if not exists loan_governs_device on loan (device_id)" + " where phase = 'GOVERNING'";

    private static final String WAITING =
            "update loan set waiting_since = least(waiting_since, ?) where loan_id = ? and waiting_since is not null";

    private static final String PARKED =
            "update parked_payment set parked_at = least(parked_at, ?) where partner_id = ? and payment_id = ?";

    private static final String BRAKE = """
            insert into brake as known (partner_id, policy_name, policy_version, part, cause, changes)
            values (?, ?, ?, ?, ?, ?)
            on conflict (partner_id, policy_name, policy_version, part) do update
            set cause = excluded.cause, changes = excluded.changes where known.changes < excluded.changes""";

    private static final String TOLD =
            "update device set revision = ?, stated = ? where device_id = ? and revision < ?";

    private static final String GOVERN = "update device set governed_by = loan.loan_id, part = loan.part from loan"
            + " where loan.device_id = device.device_id and loan.phase = 'GOVERNING'";

    private static final String CONTRACTS = "select loan_id, partner_id from loan"
            + " where phase <> 'ANNOUNCED' and loan_id > ? order by loan_id limit ?";

    private static final String HOUR = "insert into cap_hour (partner_id, hour, fleet, taken, batches, open_batch)"
            + " values (?, ?, (select coalesce(sum(loans), 0) from fleet where partner_id = ?), ?, ?, ?)";

    private static final String MARK = "insert into consumed as known (topic, part, next_offset) values (?, ?, ?)"
            + " on conflict (topic, part) do update set next_offset = greatest(known.next_offset, excluded.next_offset)";

    private final Jdbc jdbc;
    private final KnownFeeds knownFeeds;

    JdbcRebuildStore(DataSource dataSource, KnownFeeds knownFeeds) {
        this.jdbc = new Jdbc(dataSource);
        this.knownFeeds = knownFeeds;
    }

    @Override
    public void alone(Runnable work) {
        jdbc.withConnection("its lock", connection -> {
            Jdbc.execute(connection, LOCK);
            try {
                work.run();
            } finally {
                Jdbc.execute(connection, UNLOCK);
            }
            return work;
        });
    }

    @Override
    public boolean isEmpty() {
        return jdbc.withConnection("its beginning", connection -> {
            try (PreparedStatement select = connection.prepareStatement(ANY_MARK);
                    ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        });
    }

    @Override
    public void clear() {
        jdbc.inTransaction("its beginning", connection -> {
            Jdbc.execute(connection, CLEAR);
            Jdbc.execute(connection, "drop index if exists loan_governs_device");
        });
    }

    @Override
    public void date(List<LoanDecision> decisions) {
        jdbc.inTransaction("dates", connection -> {
            try (PreparedStatement waiting = connection.prepareStatement(WAITING);
                    PreparedStatement parked = connection.prepareStatement(PARKED)) {
                for (LoanDecision decision : decisions) {
                    if (decision instanceof LoanWaiting waits
                            && !waits.reason().equals(Reason.NOT_ACTIVATED_YET.code())) {
                        Jdbc.add(waiting, waits.decidedAt(), waits.loanId().value());
                    } else if (decision instanceof PaymentParked money) {
                        Jdbc.add(
                                parked,
                                money.decidedAt(),
                                money.partnerId().value(),
                                money.paymentId().value());
                    }
                }
                waiting.executeBatch();
                parked.executeBatch();
            }
        });
    }

    @Override
    public void note(List<FleetDecision> decisions) {
        jdbc.inTransaction("brakes and batches", connection -> {
            for (FleetDecision decision : decisions) {
                switch (decision) {
                    case BrakeChanged brake -> note(brake, connection);
                    case BatchProposed batch ->
                        Jdbc.execute(
                                connection,
                                "insert into cap_batch (partner_id, batch_id, proposed_at) values (?, ?, ?)"
                                        + " on conflict do nothing",
                                batch.partnerId().value(),
                                batch.batchId(),
                                batch.proposedAt());
                    case BatchReleased batch ->
                        Jdbc.execute(
                                connection,
                                "update cap_batch set released_at = coalesce(released_at, ?)"
                                        + " where partner_id = ? and batch_id = ?",
                                batch.releasedAt(),
                                batch.partnerId().value(),
                                batch.batchId());
                }
            }
        });
    }

    private static void note(BrakeChanged brake, Connection connection) throws SQLException {
        int at = brake.policy().lastIndexOf('@');
        Jdbc.execute(
                connection,
                BRAKE,
                brake.partnerId().value(),
                brake.policy().substring(0, at),
                Integer.valueOf(brake.policy().substring(at + 1)),
                brake.partition(),
                brake.cause().orElse(null),
                brake.number());
    }

    @Override
    public void told(List<LockIntent> intents) {
        jdbc.inTransaction("what handsets were told", connection -> {
            try (PreparedStatement told = connection.prepareStatement(TOLD)) {
                for (LockIntent intent : intents) {
                    Desired stated = new Desired(
                            intent.loanId(),
                            intent.enrollments(),
                            new Standing(intent.stage(), intent.restrictions()),
                            intent.notice());
                    Jdbc.add(
                            told,
                            intent.revision(),
                            Json.write(stated),
                            intent.deviceId().value(),
                            intent.revision());
                }
                told.executeBatch();
            }
        });
    }

    @Override
    public void govern() {
        jdbc.inTransaction("who governs handsets", connection -> {
            Jdbc.execute(connection, GOVERN);
            Jdbc.execute(connection, ALONE);
        });
        knownFeeds.forget();
    }

    @Override
    public List<Rebuilt> contracts(Optional<LoanId> after, int limit) {
        return jdbc.withConnection("its loans", connection -> {
            try (PreparedStatement select = connection.prepareStatement(CONTRACTS)) {
                Jdbc.set(select, after.map(LoanId::value).orElse(""), limit);
                List<Rebuilt> page = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        page.add(new Rebuilt(new LoanId(rows.getString(1)), new PartnerId(rows.getString(2))));
                    }
                }
                return page;
            }
        });
    }

    @Override
    public void complete(Map<Source, Long> marks, Collection<PlacesUsed.Hour> hours) {
        jdbc.inTransaction("its end", connection -> {
            for (PlacesUsed.Hour hour : hours) {
                String partner = hour.partnerId().value();
                Jdbc.execute(
                        connection,
                        HOUR,
                        partner,
                        hour.hour(),
                        partner,
                        hour.taken(),
                        hour.batches(),
                        hour.openBatch().orElse(null));
            }
            for (Map.Entry<Source, Long> mark : marks.entrySet()) {
                Jdbc.execute(
                        connection, MARK, mark.getKey().topic(), mark.getKey().partition(), mark.getValue());
            }
        });
    }
}
