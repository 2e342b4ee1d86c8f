package io.latchkey.system.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Policy;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.RunningStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares what a stack made of what it was told with what had to come of it. */
public final class Oracle implements AutoCloseable {

    /** What stands on topics that nobody can read, and shall be put aside. */
    public static final String POISON = "this is no event";

    private final Tapes tapes;
    private final HandsetsClient handsets;
    private final Map<LoanId, Subject> subjects = new ConcurrentHashMap<>();

    /**
     * An oracle of a stack.
     *
     * @param stack the stack
     * @param bootstrapServers its Kafka
     */
    public Oracle(RunningStack stack, String bootstrapServers) {
        tapes = new Tapes(bootstrapServers);
        handsets = new HandsetsClient(stack);
    }

    /** The loan under the oracle's eye; from the first time on always the same. */
    public Subject subject(String name, String imei, LoanId loanId, PartnerId partnerId, Policy policy) {
        return subjects.computeIfAbsent(loanId, unused -> new Subject(name, imei, loanId, partnerId, policy));
    }

    /**
     * What stands otherwise than it must.
     *
     * @param now business time, at which everything has come to rest
     * @return one text for each loan, with what happened to it on all topics; and one for dead letters
     */
    public List<String> differences(Instant now) {
        tapes.readOn();
        List<String> all = new ArrayList<>();
        for (Subject subject : subjects.values()) {
            List<String> found = new Comparison(tapes, handsets, subject, now).differences();
            if (!found.isEmpty()) {
                all.add(subject + ", " + subject.loanId() + ":\n  " + String.join("\n  ", found) + "\n"
                        + Timeline.of(tapes, subject));
            }
        }
        tapes.deadLetters().stream()
                .filter(one -> !POISON.equals(new String(one.value(), UTF_8)))
                .forEach(one -> all.add("a dead letter in " + one.topic() + ": " + Timeline.headers(one)));
        return all;
    }

    @Override
    public void close() {
        tapes.close();
    }
}
