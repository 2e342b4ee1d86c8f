package io.latchkey.system.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills lock-decision's tables with loans that are alike but for their names: copies of one that was really sold, told of
 * what lies ahead, and restricted. Their handsets exist for lock-decision only.
 */
final class LoanCopies implements AutoCloseable {

    /** Joined and not selected: "(function(…)).*" would call the function once for each column. */
    private static final String LOANS = """
            insert into loan select copy.* from bench_loan t,
                (select i, md5('l' || i) as name from generate_series(?, ?) i order by name) n,
                lateral jsonb_populate_record(t, jsonb_build_object(
                    'loan_id', 'ln_' || n.name, 'device_id', 'd1_' || n.name,
                    'content', replace(t.content, t.loan_id, 'ln_' || n.name),
                    'terms', replace(t.terms, t.device_id, 'd1_' || n.name),
                    'part', n.i % 6, 'next_deadline', cast(? as timestamptz))) copy""";

    private static final String DEVICES = """
            insert into device select copy.* from bench_device t,
                (select i, md5('l' || i) as name from generate_series(?, ?) i order by name) n,
                lateral jsonb_populate_record(t, jsonb_build_object(
                    'device_id', 'd1_' || n.name, 'governed_by', 'ln_' || n.name,
                    'stated', replace(t.stated, t.governed_by, 'ln_' || n.name), 'part', n.i % 6)) copy""";

    private static final String FLEET = """
            insert into fleet as known select t.partner_id, 0, ? from bench_loan t
            on conflict (partner_id, part) do update set loans = known.loans + excluded.loans""";

    /** Names are random, as real ones are; large portions in the order of the indexes load ten millions in time. */
    private static final int PORTION = 500_000;

    private static final int HANDS = 2;

    private final String url;
    private final String password;
    private final Connection connection;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private int next;

    LoanCopies(String url, String password) throws SQLException {
        this.url = url;
        this.password = password;
        connection = connect();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "lock_decision", password);
    }

    /** Takes a handset's loan as it stands now for the pattern. */
    void take(Handset handset) throws SQLException {
        execute("create index if not exists bench_locked on loan (loan_id) where stage = 'LOCKED'");
        execute("drop table if exists bench_loan, bench_device");
        execute("create table bench_device as select * from device where device_id = '" + handset.deviceId() + "'");
        execute("create table bench_loan as select loan.* from loan"
                + " join bench_device on bench_device.governed_by = loan.loan_id");
    }

    /**
     * Adds copies.
     *
     * @param deadline when their turn comes
     */
    void add(int count, Instant deadline) throws SQLException, InterruptedException {
        int first = next;
        next = first + count;
        List<Callable<Void>> portions = new ArrayList<>();
        for (int from = first; from < next; from += PORTION) {
            int begin = from;
            int end = Math.min(from + PORTION, next) - 1;
            portions.add(() -> add(begin, end, deadline));
        }
        for (Future<Void> portion : hands.invokeAll(portions)) {
            await(portion);
        }
    }

    private static void await(Future<Void> portion) throws SQLException, InterruptedException {
        try {
            portion.get();
        } catch (ExecutionException e) {
            throw new SQLException("copies of a loan cannot be added", e.getCause());
        }
    }

    /** Devices first: a loan that is due may be judged at once. */
    private Void add(int first, int last, Instant deadline) throws SQLException {
        try (Connection own = connect();
                PreparedStatement devices = own.prepareStatement(DEVICES);
                PreparedStatement loans = own.prepareStatement(LOANS);
                PreparedStatement fleet = own.prepareStatement(FLEET)) {
            devices.setInt(1, first);
            devices.setInt(2, last);
            devices.executeUpdate();
            fleet.setInt(1, last - first + 1);
            fleet.executeUpdate();
            loans.setInt(1, first);
            loans.setInt(2, last);
            loans.setTimestamp(3, Timestamp.from(deadline));
            loans.executeUpdate();
        }
        return null;
    }

    /** Does at once what the database would do in the hours after so much was loaded, and while it is measured. */
    void settle() throws SQLException {
        try (Connection administrator = DriverManager.getConnection(url, "postgres", password);
                Statement statement = administrator.createStatement()) {
            statement.execute("vacuum (analyze) loan, device");
            statement.execute("checkpoint");
        }
        takeTheFleetsSizeAnew();
    }

    /** The cap takes it once an hour, without the copies that were just made. */
    void takeTheFleetsSizeAnew() throws SQLException {
        execute("delete from cap_hour");
    }

    /**
     * Puts off what is still due, so that it disturbs nothing that is measured later.
     *
     * @param now no loan is due that is not due by then
     * @param deadline when their turn comes
     */
    void putOff(Instant now, Instant deadline) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update loan set next_deadline = ? where next_deadline <= ? and stage = 'RESTRICTED'")) {
            update.setTimestamp(1, Timestamp.from(deadline));
            update.setTimestamp(2, Timestamp.from(now));
            update.executeUpdate();
        }
    }

    long locked() throws SQLException {
        return number("select count(*) from loan where stage = 'LOCKED'");
    }

    int count() {
        return next;
    }

    /** How many records of installment-events were consumed. */
    long consumed() throws SQLException {
        return number("select coalesce(sum(next_offset), 0) from consumed where topic = 'installment-events'");
    }

    /** The ids of the first copies. */
    List<String> loanIds(int count) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select 'ln_' || md5('l' || i) from generate_series(0, ?) i")) {
            select.setInt(1, count - 1);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        hands.shutdownNow();
        connection.close();
    }
}
