package io.latchkey.decision.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * All that the database holds, as text. Left out is what is of the process and not of the loans: who wrote a row and how
 * often, and the running numbers of rows.
 */
final class Tables {

    private static final Set<String> OF_THE_PROCESS = Set.of("writer", "version", "seq", "failed_turns", "retry_at");

    /** Its newest hour takes its fleet's size anew, and is there only if something was taken in it. */
    private static final String HOURS = "cap_hour";

    /** What an instance put aside and did not use is of the process. */
    private static final String USED = "select partner_id, used, open_batch from (select partner_id, open_batch,"
            + " taken - coalesce((select sum(remaining) from cap_block block where block.partner_id = cap_hour.partner_id"
            + " and block.hour = cap_hour.hour), 0) as used from cap_hour) as hours where used > 0";

    /** A loan that began and ended is in no count, whether or not it was counted between. */
    private static final String FLEETS = "select * from fleet where loans <> 0";

    private static final List<String> NAMES = List.of(
            "loan",
            "device",
            "parked_payment",
            "partner",
            "policy",
            "feed",
            "received",
            "brake",
            "cap_batch",
            "cap_approval",
            "consumed");

    private Tables() {}

    /** The rows of each table, sorted. */
    static Map<String, Set<String>> of(DataSource database) throws SQLException {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            for (String name : NAMES) {
                tables.put(name, rows(connection, "select * from " + name));
            }
            tables.put(HOURS, rows(connection, USED));
            tables.put("fleet", rows(connection, FLEETS));
        }
        // A partition that holds nothing may have a mark or none. Decisions are read back apart from all that decides;
        // reports are heard again from where the broker was told.
        tables.get("consumed")
                .removeIf(row -> row.contains("topic=loan-decisions")
                        || row.contains("topic=device-reports")
                        || row.endsWith("next_offset=0"));
        return tables;
    }

    /** How many records were consumed, by topic; what only feeds the records of decisions is left out. */
    static Map<String, Long> consumed(Connection connection) throws SQLException {
        Map<String, Long> consumed = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select topic, sum(next_offset) from consumed"
                        + " where topic not in ('loan-decisions', 'partners') group by topic")) {
            while (rows.next()) {
                consumed.put(rows.getString(1), rows.getLong(2));
            }
        }
        return consumed;
    }

    static Set<String> rows(Connection connection, String query) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (!OF_THE_PROCESS.contains(columns.getColumnName(i))) {
                        row.add(columns.getColumnName(i) + "=" + rows.getString(i));
                    }
                }
                found.add(String.join(" ", row));
            }
        }
        return found;
    }
}
