package io.latchkey.system.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

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
 */
record Plan(
        Set<Subject> subjects,
        int handsets,
        int installments,
        Duration warmUp,
        Duration cold,
        Duration window,
        Duration trial,
        Duration unlock) {

    /** Payments a second of the two fixed windows. */
    static final List<Integer> RATES = List.of(200, 1_000);

    /** Payments a second while warming up, or as many as the path takes. */
    static final int WARM_UP_RATE = 1_000;

    /** Handsets freed a second. */
    static final int UNLOCK_RATE = 20;

    private static final int HANDSETS = 500;
    private static final int INSTALLMENTS = 60;

    /** Who is measured. */
    enum Subject {
        OURS,
        FLOOR,
        PLAIN,
        SIGNATURES
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
                default -> throw new MisusedException("Unknown option: " + options.get(i));
            }
        }
        return plan;
    }

    private static Plan full() {
        return new Plan(
                Set.of(Subject.values()),
                HANDSETS,
                INSTALLMENTS,
                Duration.ofSeconds(100),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
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
                Duration.ofSeconds(10));
    }

    private Plan only(String name) {
        try {
            Set<Subject> chosen = Set.of(Subject.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
            return new Plan(chosen, handsets, installments, warmUp, cold, window, trial, unlock);
        } catch (IllegalArgumentException e) {
            throw new MisusedException("--only must be ours, floor, plain or signatures but was " + name);
        }
    }

    private Plan with(int moreHandsets, int moreInstallments) {
        return new Plan(subjects, moreHandsets, moreInstallments, warmUp, cold, window, trial, unlock);
    }

    private static String value(List<String> options, int at) {
        if (at >= options.size()) {
            throw new MisusedException(options.get(at - 1) + " needs a value");
        }
        return options.get(at);
    }

    private static int number(List<String> options, int at) {
        String text = value(options, at);
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new MisusedException(options.get(at - 1) + " must be a number from 1 to 9999 but was " + text);
        }
        return Integer.parseInt(text);
    }
}
