package io.latchkey.decision.domain.arrears;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Position;
import io.latchkey.events.testing.RandomSeeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class PositionTest {

    private static final Currency KES = Currency.getInstance("KES");
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    @ParameterizedTest
    @RandomSeeds(1_000)
    void orderAndRepetitionOfPaymentsDoNotChangeTheFacts(long seed) {
        Random random = new Random(seed);
        List<Payment> history = payments(random);
        List<Payment> disorder = new ArrayList<>(history);
        history.stream().filter(payment -> random.nextBoolean()).forEach(disorder::add);
        Collections.shuffle(disorder, random);

        Facts straight = Facts.NONE.plus(history);
        Facts jumbled = Facts.NONE;
        for (Payment payment : disorder) {
            jumbled = jumbled.plus(List.of(payment));
        }

        assertThat(jumbled).isEqualTo(straight);
    }

    @ParameterizedTest
    @RandomSeeds(1_000)
    void whatWasTakenBackDoesNotCountWhicheverCameFirst(long seed) {
        Random random = new Random(seed);
        List<Payment> payments = payments(random);
        List<Reversal> reversals = payments.stream()
                .filter(payment -> random.nextBoolean())
                .map(payment -> new Reversal(payment.paymentId(), Instant.EPOCH.plusSeconds(random.nextInt(9))))
                .toList();
        List<UnaryOperator<Facts>> history = new ArrayList<>();
        payments.forEach(payment -> history.add(facts -> facts.plus(List.of(payment))));
        reversals.forEach(reversal -> history.add(facts -> facts.plus(reversal)));
        reversals.forEach(reversal -> history.add(facts -> facts.plus(reversal)));
        Collections.shuffle(history, random);

        Facts facts = Facts.NONE;
        for (UnaryOperator<Facts> next : history) {
            facts = next.apply(facts);
        }

        Set<PaymentId> taken = reversals.stream().map(Reversal::paymentId).collect(toSet());
        List<Payment> left = payments.stream()
                .filter(payment -> !taken.contains(payment.paymentId()))
                .toList();
        assertThat(facts.paid()).isEqualTo(Facts.NONE.plus(left).paid());
        assertThat(facts.reversalsInOrder().reversed().stream()
                        .map(Reversal::acceptedAt)
                        .findFirst())
                .isEqualTo(reversals.stream()
                        .collect(toMap(Reversal::paymentId, Reversal::acceptedAt, (a, b) -> a.isBefore(b) ? a : b))
                        .values()
                        .stream()
                        .max(Instant::compareTo));
    }

    @ParameterizedTest
    @RandomSeeds(1_000)
    void agreesWithMoneyCountedCoinByCoin(long seed) {
        Random random = new Random(seed);
        Schedule schedule = schedule(random);
        long paid = Facts.NONE.plus(payments(random)).paid();
        LocalDate today = START.plusDays(random.nextInt(120));

        Position position = schedule.positionOn(today, paid, Counting.STRICT);

        List<Installment> open = openAfterPayingCoinByCoin(schedule, paid);
        Optional<LocalDate> oldest = open.stream()
                .map(Installment::dueDate)
                .filter(date -> !date.isAfter(today))
                .min(LocalDate::compareTo);
        assertThat(position.oldestDueDate()).isEqualTo(oldest);
        assertThat(position.dpd())
                .isEqualTo(oldest.map(date -> (int) ChronoUnit.DAYS.between(date, today))
                        .orElse(0));
        assertThat(position.outstanding().minorUnits()).isEqualTo(sum(open));
        assertThat(position.arrears().minorUnits())
                .isEqualTo(sum(open.stream()
                        .filter(one -> !one.dueDate().isAfter(today))
                        .toList()));
    }

    @Test
    void isZeroDaysPastDueOnTheDueDate() {
        Schedule schedule = new Schedule(KES, List.of(new Installment(1, START, new Money(100, KES))));

        assertThat(schedule.positionOn(START, 0, Counting.STRICT).dpd()).isZero();
        assertThat(schedule.positionOn(START, 0, Counting.STRICT).arrears().minorUnits())
                .isEqualTo(100);
        assertThat(schedule.positionOn(START.minusDays(1), 0, Counting.STRICT).oldestDueDate())
                .isEmpty();
    }

    @Test
    void amountsThatNoLongCanHoldAreRefused() {
        Money most = new Money(Long.MAX_VALUE, KES);

        assertThatThrownBy(() -> new Schedule(
                        KES, List.of(new Installment(1, START, most), new Installment(2, START.plusDays(1), most))))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Facts.NONE
                        .plus(List.of(payment("a", most), payment("b", most)))
                        .paid())
                .isInstanceOf(ArithmeticException.class);
    }

    private static List<Installment> openAfterPayingCoinByCoin(Schedule schedule, long paid) {
        List<Installment> open = new ArrayList<>(schedule.installments());
        for (long coin = 0; coin < paid && !open.isEmpty(); coin++) {
            Installment oldest = open.getFirst();
            long left = oldest.amount().minorUnits() - 1;
            open.set(0, new Installment(oldest.number(), oldest.dueDate(), new Money(left, KES)));
            if (left == 0) {
                open.removeFirst();
            }
        }
        return open;
    }

    private static long sum(List<Installment> some) {
        return some.stream().mapToLong(one -> one.amount().minorUnits()).sum();
    }

    private static Schedule schedule(Random random) {
        List<Installment> installments = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 1; i <= count; i++) {
            installments.add(new Installment(
                    i, START.plusDays(10L * i + random.nextInt(10)), new Money(1 + random.nextInt(50), KES)));
        }
        Collections.shuffle(installments, random);
        return new Schedule(KES, installments);
    }

    private static List<Payment> payments(Random random) {
        List<Payment> payments = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            payments.add(payment("P" + random.nextInt(6), new Money(random.nextInt(60), KES)));
        }
        return payments;
    }

    private static Payment payment(String paymentId, Money amount) {
        return new Payment(new PaymentId(paymentId), amount, Instant.EPOCH);
    }
}
