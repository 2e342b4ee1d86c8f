package io.latchkey.system.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to measure, and for how long.
 *
 * @param subjects whose figures are wanted
 * @param handsets how many are online
 * @param installments of each loan
 * @param warmUp at full rate, before a figure counts
 * @param cold the first moments after a start
 * @param window of each fixed rate
 * @param trial for which a rate has to be held
 * @param unlock how long handsets are freed
 * @param engine what to measure of the overdue engine
 */
record Plan(
        Set<Subject> subjects,
        int handsets,
        int installments,
        Duration warmUp,
        Duration cold,
        Duration window,
        Duration trial,
        Duration unlock,
        Engine engine) {

    /** Payments a second of the two fixed windows. */
    static final List<Integer> RATES = List.of(200, 1_000);

    /** Payments a second while warming up, or as many as the path takes. */
    static final int WARM_UP_RATE = 1_000;

    /** Handsets freed a second. */
    static final int UNLOCK_RATE = 20;

    private static final String LOANS = "[1-9][0-9]{5,7}";
    private static final int HANDSETS = 500;
    private static final int INSTALLMENTS = 60;

    /** Who is measured. */
    enum Subject {
        OURS,
        FLOOR,
        PLAIN,
        SIGNATURES,
        /** The overdue engine, on a stack of its own; only if it is asked for. */
        ENGINE
    }

    /**
     * The overdue engine's part.
     *
     * @param due how many loans are due among the others
     * @param sizes how many loans there are in all, rising
     * @param crowd how many fall due while somebody pays
     * @param events payments that stand in the topic when an instance starts
     */
    record Engine(int due, List<Integer> sizes, int crowd, int events) {

        private static final Engine FULL = new Engine(10_000, List.of(100_000, 1_000_000), 100_000, 100_000);
        private static final Engine QUICK = new Engine(1_000, List.of(10_000, 100_000), 10_000, 20_000);

        Engine {
            sizes = List.copyOf(sizes);
        }

        Engine upTo(int largest) {
            List<Integer> all = Stream.concat(sizes.stream().filter(size -> size < largest), Stream.of(largest))
                    .toList();
            return new Engine(due, all, crowd, events);
        }
    }

    /** The command line was wrong; the message says how. */
    static final class MisusedException extends RuntimeException {
        MisusedException(String message) {
            super(message);
        }
    }

    static Plan of(List<String> options) {
        Plan plan = full();
        for (int i = 0; i < options.size(); i++) {
            switch (options.get(i)) {
                case "--quick" -> plan = plan.quick();
                case "--only" -> plan = plan.only(value(options, ++i));
                case "--handsets" -> plan = plan.with(number(options, ++i), plan.installments);
                case "--installments" -> plan = plan.with(plan.handsets, number(options, ++i));
                case "--loans" -> plan = plan.upTo(number(options, ++i, LOANS));
                default -> throw new MisusedException("Unknown option: " + options.get(i));
            }
        }
        return plan;
    }

    private static Plan full() {
        return new Plan(
                Set.of(Subject.OURS, Subject.FLOOR, Subject.PLAIN, Subject.SIGNATURES),
                HANDSETS,
                INSTALLMENTS,
                Duration.ofSeconds(100),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Engine.FULL);
    }

    private Plan quick() {
        return new Plan(
                subjects,
                handsets,
                installments,
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Engine.QUICK);
    }

    private Plan only(String name) {
        try {
            Set<Subject> chosen = Set.of(Subject.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
            return new Plan(chosen, handsets, installments, warmUp, cold, window, trial, unlock, engine);
        } catch (IllegalArgumentException e) {
            throw new MisusedException("--only must be ours, floor, plain, signatures or engine but was " + name);
        }
    }

    private Plan upTo(int loans) {
        return new Plan(subjects, handsets, installments, warmUp, cold, window, trial, unlock, engine.upTo(loans));
    }

    private Plan with(int moreHandsets, int moreInstallments) {
        return new Plan(subjects, moreHandsets, moreInstallments, warmUp, cold, window, trial, unlock, engine);
    }

    private static String value(List<String> options, int at) {
        if (at >= options.size()) {
            throw new MisusedException(options.get(at - 1) + " needs a value");
        }
        return options.get(at);
    }

    private static int number(List<String> options, int at) {
        return number(options, at, "[1-9][0-9]{0,3}");
    }

    private static int number(List<String> options, int at, String pattern) {
        String text = value(options, at);
        if (!text.matches(pattern)) {
            throw new MisusedException(options.get(at - 1) + " must be a number "
                    + (pattern.equals(LOANS) ? "from 100000 to 99999999" : "from 1 to 9999") + " but was " + text);
        }
        return Integer.parseInt(text);
    }
}
