package io.latchkey.system.bench;

import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.OperatorClient;
import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.story.Borrower;
import io.latchkey.system.story.Imeis;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sells handsets on loans whose first installment is due on the day of the sale and huge beside every payment: they are
 * in arrears and stay so, and each payment changes only the amount on the screen.
 */
final class Shop {

    /** More than all payments of a benchmark together. */
    private static final long INSTALLMENT = 100_000_000;

    private static final int COUNTERS = 4;
    private static final int ATTEMPTS = 5;
    private static final int DAYS_TO_THE_SECOND = 90;
    private static final int DAYS_BETWEEN = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningStack stack;
    private final Screens screens;
    private final Progress progress;
    private final int installments;

    Shop(RunningStack stack, Screens screens, Progress progress, int installments) {
        this.stack = stack;
        this.screens = screens;
        this.progress = progress;
        this.installments = installments;
    }

    /** Sells that many, and returns when each shows that it is in arrears. */
    List<Handset> sell(int count) throws Exception {
        AtomicInteger sold = new AtomicInteger();
        Callable<Handset> sale = () -> {
            Handset handset = sellOne();
            int done = sold.incrementAndGet();
            if (done % 100 == 0 || done == count) {
                progress.say("%d of %d handsets are sold and enrolled", done, count);
            }
            return handset;
        };
        List<Handset> handsets = new ArrayList<>(List.of(sale.call()));
        try (ExecutorService counters = Executors.newFixedThreadPool(COUNTERS)) {
            for (Future<Handset> one : counters.invokeAll(Collections.nCopies(count - 1, sale))) {
                handsets.add(one.get());
            }
        }
        screens.await(handsets, "REMINDED", PATIENCE);
        return handsets;
    }

    private Handset sellOne() {
        var now = new BusinessClockClient(stack).now();
        LocalDate today = now.atZone(ZoneId.of(Borrower.ZONE)).toLocalDate();
        String imei = Imeis.random(RandomGenerator.getDefault());
        Borrower borrower =
                new Borrower("a borrower", "BENCH-" + UUID.randomUUID(), imei, dueDates(today), INSTALLMENT);
        borrower.activate(new PartnerClient(stack), now).answer().demand(202);
        String code = new OperatorClient(stack).enrollmentCode(borrower.accountNumber(), imei);
        return new Handset(enroll(imei, code), borrower.accountNumber());
    }

    /** On a cold stack the gateway may be too slow for a phone's patience; the same code is good again. */
    private String enroll(String imei, String code) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new HandsetsClient(stack).enroll(imei, code).deviceId();
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                progress.say("enrolling again: %s", e);
            }
        }
    }

    private List<LocalDate> dueDates(LocalDate today) {
        Stream<LocalDate> later = IntStream.range(0, installments - 1)
                .mapToObj(i -> today.plusDays(DAYS_TO_THE_SECOND + (long) i * DAYS_BETWEEN));
        return Stream.concat(Stream.of(today), later).toList();
    }
}
