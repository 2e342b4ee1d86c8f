package io.latchkey.system.story;

import io.latchkey.system.client.RunningStack;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A loan under the Reserve Bank of India's draft: a first notice 60 days past due, a second one when its 21 days are over,
 * a few things off after the seven days of that and not before the 90th day, the lock only later, and the payment frees.
 * Every letter is in the borrower's mailbox, and every decision says why.
 */
public final class IndianLoan {

    private static final long INSTALLMENT = 1_200_00;
    private static final int DAYS_TO_THE_FIRST = 7;
    private static final int DAYS_BETWEEN = 180;
    private static final List<String> FEW = List.of("camera", "gallery");
    private static final List<String> MORE = List.of("camera", "gallery", "app-install");
    private static final List<String> ALL = List.of("camera", "gallery", "outgoing-calls", "app-install", "kiosk");

    /** On which the policy lets nobody be told or restricted, beside weekends. */
    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.of(2027, 1, 26), LocalDate.of(2027, 8, 15), LocalDate.of(2027, 10, 2));

    private final Play play;
    private final Narrator narrator;

    /**
     * Prepares the story.
     *
     * @param stack a running stack
     * @param narrator hears each step
     */
    public IndianLoan(RunningStack stack, Narrator narrator) {
        this.play = new Play(stack, narrator);
        this.narrator = narrator;
    }

    /**
     * Plays it, on the business clock from today on.
     *
     * @throws StoryFailedException if anything does not come as it should
     */
    public void play() {
        LocalDate due = play.today().plusDays(DAYS_TO_THE_FIRST);
        Borrower borrower = new Borrower(
                "the Indian borrower",
                "DEMO-IN-" + UUID.randomUUID(),
                Imeis.random(RandomGenerator.getDefault()),
                List.of(due, due.plusDays(DAYS_BETWEEN)),
                INSTALLMENT,
                Market.INDIA);

        narrator.chapter("A phone is sold in India, and its first installment is missed");
        String loanId = play.begins(borrower);
        LocalDate first = workday(due.plusDays(60));
        told(borrower, loanId, first, 1);

        narrator.chapter("The 21 days of the first notice are over: a second one");
        LocalDate second = workday(later(due.plusDays(81), first.plusDays(21)));
        told(borrower, loanId, second, 2);

        narrator.chapter(
                "Its 7 days are over and 90 days past due have come: a few things are off, more of them later");
        LocalDate restricted = workday(later(due.plusDays(90), second.plusDays(7)));
        reaches(borrower, loanId, restricted, "RESTRICTED", FEW);
        reaches(borrower, loanId, workday(due.plusDays(105)), "RESTRICTED", MORE);

        narrator.chapter("A third notice, and then the lock");
        LocalDate third = workday(due.plusDays(110));
        play.morningOf(third);
        play.hasMail(borrower, 3);
        reaches(borrower, loanId, workday(later(due.plusDays(120), third.plusDays(7))), "LOCKED", ALL);

        narrator.chapter("The borrower pays");
        play.pays(borrower, 1, Wish.free());
        play.explained(loanId);
        play.pays(borrower, 1, Wish.released());
    }

    private void told(Borrower borrower, String loanId, LocalDate day, int letters) {
        play.morningOf(day);
        play.hasMail(borrower, letters);
        play.is(borrower, "nothing is taken yet", new Wish("REMINDED", List.of(), INSTALLMENT, true));
        play.explained(loanId);
    }

    private void reaches(Borrower borrower, String loanId, LocalDate day, String stage, List<String> restrictions) {
        play.morningOf(day);
        play.is(borrower, "on " + day, new Wish(stage, restrictions, INSTALLMENT, true));
        play.explained(loanId);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate workday(LocalDate day) {
        boolean closed = day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(day);
        return closed ? workday(day.plusDays(1)) : day;
    }
}
