package io.latchkey.system.tale;

import io.latchkey.system.story.Borrower;
import io.latchkey.system.story.Imeis;
import io.latchkey.system.tale.Tale.Chapter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up tales. The same seed on the same day makes up the same one, but for names that must be new on each stack. */
public final class Teller {

    private static final int DAYS_OF_SALES = 14;
    /** Chapters begin at different minutes, so that what was sent in one is not just due in another. */
    private static final int MINUTES_APART = 10;

    private static final int FIRST_HOUR_UTC = 5;
    private static final int STRIDE = 7;
    private static final long PRICE = 100_000;

    private final Dice dice;
    private final long seed;
    private final LocalDate begin;
    private final String stack;

    private Teller(long seed, LocalDate begin, String stack) {
        this.dice = new Dice(seed);
        this.seed = seed;
        this.begin = begin;
        this.stack = stack;
    }

    /**
     * Makes up a tale.
     *
     * @param seed chance
     * @param loans how many buyers
     * @param chapters how many chapters, at most 24
     * @param begin the first day
     * @param stack part of all names
     * @return the tale
     */
    public static Tale tell(long seed, int loans, int chapters, LocalDate begin, String stack) {
        return new Teller(seed, begin, stack).tale(loans, chapters);
    }

    /**
     * One sale, of a handset whose one installment is due in some days, and which is released as soon as that is paid.
     *
     * @param now when
     * @param stack part of all names
     * @return a tale of one chapter
     */
    public static Tale sale(Instant now, String stack) {
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS_OF_SALES);
        Lender lender = Lender.all().stream()
                .filter(one -> one.policy().arrears().settlementHold().isZero())
                .findFirst()
                .orElseThrow();
        Borrower borrower = new Borrower(
                "the buyer",
                "TALE-" + stack,
                Imeis.random(RandomGenerator.getDefault()),
                List.of(due),
                PRICE,
                lender.market());
        return new Tale(
                0,
                List.of(new Buyer(lender, borrower)),
                List.of(new Chapter(now, Map.of(0, List.of(new Deed.Signs(), new Deed.Enrolls())))));
    }

    private Tale tale(int loans, int chapters) {
        List<Instant> moments = moments(chapters);
        List<Life> lives = IntStream.range(0, loans).mapToObj(this::life).toList();
        List<Chapter> told = new ArrayList<>();
        for (int number = 0; number < chapters; number++) {
            boolean last = number == chapters - 1;
            LocalDate today = LocalDate.ofInstant(moments.get(number), ZoneOffset.UTC);
            Map<Integer, List<Deed>> deeds = new TreeMap<>();
            for (int i = 0; i < loans; i++) {
                List<Deed> done = last ? lives.get(i).end() : lives.get(i).deeds(today);
                if (!done.isEmpty()) {
                    deeds.put(i, done);
                }
            }
            told.add(new Chapter(moments.get(number), deeds));
        }
        return new Tale(seed, lives.stream().map(Life::buyer).toList(), told);
    }

    private List<Instant> moments(int chapters) {
        if (chapters * MINUTES_APART > 4 * 60) {
            throw new IllegalArgumentException("so many chapters have no minutes of their own");
        }
        int day = 0;
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < chapters; i++) {
            int minutes = i * STRIDE % Math.max(1, chapters % STRIDE == 0 ? chapters + 1 : chapters) * MINUTES_APART;
            moments.add(begin.plusDays(day)
                    .atTime(FIRST_HOUR_UTC, 0)
                    .plusMinutes(minutes)
                    .toInstant(ZoneOffset.UTC));
            day += dice.between(3, 9);
        }
        return moments;
    }

    private Life life(int number) {
        Lender lender = dice.oneOf(Lender.all());
        LocalDate signed = begin.plusDays(dice.between(0, DAYS_OF_SALES));
        LocalDate first = signed.plusDays(dice.between(-2, 20));
        int gap = dice.between(12, 35);
        List<LocalDate> dueDates = Stream.iterate(first, date -> date.plusDays(gap))
                .limit(dice.between(1, 4))
                .toList();
        Borrower borrower = new Borrower(
                "buyer " + number,
                "TALE-" + stack + "-" + seed + "-" + number,
                Imeis.random(dice.generator()),
                dueDates,
                dice.between(5, 20) * 10_000L,
                lender.market());
        return new Life(new Buyer(lender, borrower), signed, new Dice(seed * 1_000_003 + number));
    }
}
