package io.latchkey.ingest.app;

import java.util.ArrayList;
import java.util.List;

/** What became of a report's entries. Not for several threads. */
public final class ReportTally {

    /** A report of 20 MiB may hold tens of thousands of entries, each of which could be refused. */
    private static final int MOST_NAMED = 1_000;

    private final List<Refusal> refusals = new ArrayList<>();
    private long accepted;
    private long parked;
    private long duplicates;
    private long passed;
    private long refused;

    /**
     * An entry that was not accepted.
     *
     * @param place where it stands in the document
     * @param reason why not
     */
    public record Refusal(String place, String reason) {}

    ReportTally() {}

    void addAccepted(boolean loanIsKnown) {
        if (loanIsKnown) {
            accepted++;
        } else {
            parked++;
        }
    }

    void addDuplicate() {
        duplicates++;
    }

    void addPassed() {
        passed++;
    }

    void addRefused(String place, String reason) {
        refused++;
        if (refusals.size() < MOST_NAMED) {
            refusals.add(new Refusal(place, reason));
        }
    }

    /**
     * Entries that Kafka has now, about loans that are known.
     *
     * @return how many
     */
    public long accepted() {
        return accepted;
    }

    /**
     * Entries that Kafka has now, about loans that nobody has spoken of yet: they wait for them.
     *
     * @return how many
     */
    public long parked() {
        return parked;
    }

    /**
     * Entries that Kafka had before.
     *
     * @return how many
     */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Entries that say nothing of a borrower's money.
     *
     * @return how many
     */
    public long passed() {
        return passed;
    }

    /**
     * Entries that were not accepted.
     *
     * @return how many
     */
    public long refused() {
        return refused;
    }

    /**
     * The first thousand of those that were not accepted.
     *
     * @return in the document's order
     */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
