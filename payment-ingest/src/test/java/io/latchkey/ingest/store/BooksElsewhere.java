package io.latchkey.ingest.store;

import io.latchkey.ingest.app.LostBooks;
import javax.sql.DataSource;

/** The books of a service in another place than its own. */
public final class BooksElsewhere {

    private BooksElsewhere() {}

    /** Books in a database that nobody uses. */
    public static LostBooks in(DataSource dataSource) {
        return new JdbcLostBooks(dataSource);
    }
}
