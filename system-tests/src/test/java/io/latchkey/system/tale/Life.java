package io.latchkey.system.tale;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes up what one buyer and those around them do. */
final class Life {

    /** Within each policy's tolerance. */
    private static final long ALMOST = 300;

    private final Buyer buyer;
    private final LocalDate signs;
    private final Dice dice;
    private final List<String> money = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> holds = new ArrayList<>();
    private final List<Deed> next = new ArrayList<>();
    private boolean signed;
    private boolean spoken;
    private boolean on = true;
    private int names;

    Life(Buyer buyer, LocalDate signs, Dice dice) {
        this.buyer = buyer;
        this.signs = signs;
        this.dice = dice;
    }

    Buyer buyer() {
        return buyer;
    }

    /** What is done on a day; often nothing. */
    List<Deed> deeds(LocalDate today) {
        if (!signed) {
            return begins(today);
        }
        if (!next.isEmpty()) {
            return List.of(next.removeFirst());
        }
        return dice.chance(45) ? List.of(one(today)) : List.of();
    }

    /** Every handset comes back. */
    List<Deed> end() {
        return signed && !on ? List.of(new Deed.Switches(true)) : List.of();
    }

    private List<Deed> begins(LocalDate today) {
        if (today.isBefore(signs)) {
            boolean early = !spoken && dice.chance(15);
            spoken |= early;
            return early ? List.of(pays(installment(), Duration.ZERO)) : List.of();
        }
        signed = true;
        spoken = true;
        return dice.chance(50)
                ? List.of(new Deed.Signs(), new Deed.Enrolls())
                : List.of(new Deed.Enrolls(), new Deed.Signs());
    }

    private Deed one(LocalDate today) {
        int chance = dice.between(0, 99);
        if (chance < 55) {
            return ofMoney(chance);
        }
        return chance < 75 ? ofWords(chance, today) : ofTheHandset(chance);
    }

    private Deed ofMoney(int chance) {
        if (chance < 25) {
            return pays(installment(), Duration.ofDays(dice.between(0, 3)));
        }
        if (chance < 32) {
            return pays(installment() / 2, Duration.ZERO);
        }
        if (chance < 36) {
            return pays(installment() - ALMOST, Duration.ZERO);
        }
        if (chance < 40) {
            return pays(installment() * 2, Duration.ofHours(dice.between(0, 30)));
        }
        if (chance < 48 && !money.isEmpty()) {
            return new Deed.TakesBack(money.removeLast());
        }
        if (chance < 51) {
            String id = name("FT");
            next.add(new Deed.Pays(id, installment(), Duration.ZERO));
            return new Deed.TakesBack(id);
        }
        String id = name("FT");
        if (dice.chance(60)) {
            next.add(new Deed.Pays(id, installment(), Duration.ZERO));
        }
        return new Deed.Announces(id, installment());
    }

    private Deed ofWords(int chance, LocalDate today) {
        if (chance < 58) {
            int gap = dice.between(10, 25);
            LocalDate first = today.plusDays(dice.between(-5, 15));
            return new Deed.Amends(IntStream.range(0, dice.between(1, 5))
                    .mapToObj(i -> first.plusDays((long) gap * i))
                    .toList());
        }
        if (chance < 64) {
            String id = name("R");
            requests.add(id);
            return chance < 61 ? Deed.Asks.toLock(id) : Deed.Asks.toUnlock(id);
        }
        if (chance < 67 && !requests.isEmpty()) {
            return Deed.Asks.noMore(requests.removeLast());
        }
        if (chance < 70) {
            String id = name("H");
            holds.add(id);
            return new Deed.Holds(id, Duration.ofDays(dice.between(2, 30)));
        }
        if (chance < 73 && !holds.isEmpty()) {
            return new Deed.Lifts(holds.removeLast());
        }
        return chance == 74 ? new Deed.Closes(dice.oneOf(List.of(ClosingReason.values()))) : new Deed.SaysAgain();
    }

    private Deed ofTheHandset(int chance) {
        if (!on || chance < 90) {
            on = !on;
            return new Deed.Switches(on);
        }
        return new Deed.Wipes();
    }

    private Deed pays(long amount, Duration late) {
        String id = name("FT");
        money.add(id);
        return new Deed.Pays(id, amount, late);
    }

    private long installment() {
        return buyer.borrower().installment();
    }

    private String name(String kind) {
        names++;
        return kind + "-" + buyer.borrower().accountNumber() + "-" + names;
    }
}
