package io.latchkey.system.story;

import io.latchkey.system.client.RunningStack;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The main job: one borrower pays on time; another misses an installment, is reminded, restricted and locked, pays the
 * arrears and is free, pays all and is released for good. A third one's handset is off while all this happens to it: it
 * catches up on reconnecting.
 */
public final class MainJob {

    private static final long INSTALLMENT = 500_000;
    private static final int DAYS_TO_THE_FIRST = 7;
    private static final int DAYS_BETWEEN = 35;
    private static final int RESTRICTED_AT_DPD = 30;
    private static final int LOCKED_AT_DPD = 45;

    private final Play play;
    private final Narrator narrator;

    /**
     * Prepares the story.
     *
     * @param stack a running stack; other loans on it are left alone
     * @param narrator hears each step
     */
    public MainJob(RunningStack stack, Narrator narrator) {
        this.play = new Play(stack, narrator);
        this.narrator = narrator;
    }

    /**
     * Plays it, on the business clock from today on.
     *
     * @throws StoryFailedException if a handset does not become what it should
     */
    public void play() {
        LocalDate first = play.today().plusDays(DAYS_TO_THE_FIRST);
        List<LocalDate> dueDates = List.of(first, first.plusDays(DAYS_BETWEEN), first.plusDays(2 * DAYS_BETWEEN));
        Borrower punctual = borrower("the punctual borrower", dueDates);
        Borrower late = borrower("the late borrower", dueDates);
        Borrower away = borrower("the traveller", dueDates);

        narrator.chapter("Three phones are sold on three installments");
        List.of(punctual, late, away).forEach(play::begins);

        narrator.chapter("The first installment is due");
        play.morningOf(first);
        play.is(punctual, "the punctual borrower is reminded", Wish.reminded(INSTALLMENT));
        play.is(late, "the late borrower is reminded", Wish.reminded(INSTALLMENT));
        play.is(away, "the traveller is reminded", Wish.reminded(INSTALLMENT));
        play.pays(punctual, 1, Wish.free());
        play.switchesOff(away, Wish.reminded(INSTALLMENT));

        narrator.chapter("The late borrower and the traveller go on missing it");
        untilLocked(first, punctual, late);
        play.is(
                away,
                "a phone that is off knows nothing of it",
                Wish.reminded(INSTALLMENT).offline());

        narrator.chapter("The traveller's phone is on again, and the money arrives");
        play.switchesOn(away, Wish.locked(2 * INSTALLMENT));
        for (Borrower behind : List.of(away, late)) {
            play.pays(behind, 2, Wish.free());
            play.pays(behind, 1, Wish.released());
        }
        play.pays(punctual, 1, Wish.released());
    }

    private void untilLocked(LocalDate first, Borrower punctual, Borrower late) {
        play.morningOf(first.plusDays(RESTRICTED_AT_DPD));
        play.is(late, "30 days past due: a few things are off", Wish.restricted(INSTALLMENT));
        play.is(punctual, "who paid keeps everything", Wish.free());
        play.morningOf(first.plusDays(DAYS_BETWEEN));
        play.pays(punctual, 1, Wish.free());
        play.morningOf(first.plusDays(LOCKED_AT_DPD));
        play.is(late, "45 days past due: the phone is locked", Wish.locked(2 * INSTALLMENT));
        play.is(punctual, "who paid keeps everything", Wish.free());
        play.wipes(late, Wish.locked(2 * INSTALLMENT));
    }

    private static Borrower borrower(String label, List<LocalDate> dueDates) {
        String account = "DEMO-" + UUID.randomUUID();
        return new Borrower(label, account, Imeis.random(RandomGenerator.getDefault()), dueDates, INSTALLMENT);
    }
}
