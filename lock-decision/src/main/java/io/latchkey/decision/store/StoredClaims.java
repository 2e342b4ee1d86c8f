package io.latchkey.decision.store;

import io.latchkey.decision.app.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Claims written by plain JDBC: the caller is a Kafka thread in the middle of a rebalance and has to wait. */
@ApplicationScoped
class StoredClaims implements Claims {

    private final DataSource dataSource;

    StoredClaims(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void claim(Set<Integer> partitions, String owner) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("insert into partition_claim (part, owner)"
                        + " values (?, ?) on conflict (part) do update set owner = excluded.owner")) {
            // In one order, so that two instances which claim at once do not wait for each other.
            for (int partition : new TreeSet<>(partitions)) {
                upsert.setInt(1, partition);
                upsert.setString(2, owner);
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new StoreUnavailableException("claims of partitions=" + partitions, e);
        }
    }
}
