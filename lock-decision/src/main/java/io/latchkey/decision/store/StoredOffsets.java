package io.latchkey.decision.store;

import io.latchkey.decision.app.Offsets;
import io.latchkey.decision.app.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Consumed offsets read by plain JDBC: the caller is a Kafka thread in the middle of a rebalance and has to wait. */
@ApplicationScoped
class StoredOffsets implements Offsets {

    private final DataSource dataSource;

    StoredOffsets(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<Source, Long> of(String topic) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select part, next_offset from consumed where topic = ?")) {
            select.setString(1, topic);
            Map<Source, Long> offsets = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.put(new Source(topic, rows.getInt(1)), rows.getLong(2));
                }
            }
            return offsets;
        } catch (SQLException e) {
            throw new StoreUnavailableException("offsets of topic=" + topic, e);
        }
    }
}
