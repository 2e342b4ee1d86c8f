package io.latchkey.ingest.app;

import io.latchkey.ingest.domain.BankEntry;
import java.util.List;

/** The entries of a bank's report, one after the other; it holds few of them at a time. Whoever opens it closes it. */
public interface BankReport extends AutoCloseable {

    /**
     * What the bank calls it.
     *
     * @return the message's id
     */
    String messageId();

    /**
     * Reads on.
     *
     * @param most how many at most
     * @return the next entries, none at the end
     */
    List<BankEntry> next(int most);

    @Override
    void close();
}
