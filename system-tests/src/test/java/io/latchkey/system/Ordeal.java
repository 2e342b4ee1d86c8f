package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.tale.Staging;
import io.latchkey.system.tale.Tale;
import io.latchkey.system.tale.Tale.Chapter;
import io.latchkey.system.tale.Teller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A tale while things break, on a stack of its own: in each chapter one thing, while everybody acts or while the time
 * passes. After each chapter every loan, handset and notice must stand as the slow model says.
 */
record Ordeal(Stack stack, Tale tale, List<Havoc> havocs) {

    /** Chapters before the first thing breaks and after the last: somebody must have bought something. */
    private static final int QUIET = 2;

    /** How many things may break in one tale. */
    static final int MOST = 20;

    private static final int LATEST_MILLIS = 1_000;

    static Ordeal of(Stack stack, long seed, int loans, List<Havoc> havocs) {
        Instant now = new BusinessClockClient(stack.faces()).now();
        LocalDate begin = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        String name = UUID.randomUUID().toString().substring(0, 8);
        return new Ordeal(stack, Teller.tell(seed, loans, havocs.size() + 2 * QUIET, begin, name), havocs);
    }

    static Staging staged(Stack stack, Tale tale) {
        return new Staging(tale, stack.faces(), "127.0.0.1:" + stack.port("KAFKA"));
    }

    void passes() {
        try (Staging staging = staged(stack, tale)) {
            Random chance = new Random(tale.seed());
            for (int i = 0; i < tale.chapters().size(); i++) {
                boolean quiet = i < QUIET || i >= QUIET + havocs.size();
                Havoc havoc = quiet ? Havoc.none() : havocs.get(i - QUIET);
                chapter(staging, tale.chapters().get(i), havoc, i % 3 == 0, chance);
            }
        }
    }

    private void chapter(Staging staging, Chapter chapter, Havoc havoc, boolean onTheWay, Random chance) {
        Instant begin = Instant.now();
        String what = havoc + (onTheWay ? " while the time passes" : " while all act");
        String where = "seed " + tale.seed() + ", " + chapter.at() + ", " + what;
        System.out.println(where);
        Runnable walk = () -> staging.walkTo(chapter);
        Runnable play = () -> staging.play(chapter);
        if (onTheWay) {
            during(walk, havoc, chance);
            play.run();
        } else {
            walk.run();
            during(play, havoc, chance);
        }
        List<String> differences = staging.differencesAtRest();
        System.out.println(where + ": at rest after "
                + Duration.between(begin, Instant.now()).toSeconds() + " s, "
                + chapter.deeds().size() + " loans");
        assertThat(differences).as(where).isEmpty();
    }

    /** It breaks at some moment after all have begun. */
    private static void during(Runnable work, Havoc havoc, Random chance) {
        CompletableFuture<Void> under = CompletableFuture.runAsync(() -> {
            LockSupport.parkNanos(
                    Duration.ofMillis(chance.nextInt(LATEST_MILLIS)).toNanos());
            havoc.happens();
        });
        work.run();
        under.join();
    }
}
