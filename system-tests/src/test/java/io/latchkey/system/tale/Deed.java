package io.latchkey.system.tale;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.events.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What somebody does about one loan. */
public sealed interface Deed {

    /** What the partner tells by webhook; it becomes a fact when it is accepted. */
    sealed interface Word extends Deed {

        String type();

        /** What is sent, beside the account. */
        Map<String, Object> data(Buyer buyer, Instant now);

        /** What the model hears: what was sent, and when. */
        LoanEvent fact(Buyer buyer, Loan loan, Instant now);
    }

    /** What a loan is called once it was heard of. */
    record Loan(LoanId loanId, PartnerId partnerId) {}

    /** The contract is signed. */
    record Signs() implements Word {
        @Override
        public String type() {
            return "loan.activated";
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            return buyer.borrower().contract(now);
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            return new LoanEvent.LoanActivated(loan.loanId(), loan.partnerId(), buyer.terms());
        }
    }

    /** Money comes; the bank had it some time before. */
    record Pays(String paymentId, long amount, Duration late) implements Word {
        @Override
        public String type() {
            return "payment.received";
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            return money(buyer, paymentId, amount, "paidAt", now.minus(late));
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            Payment payment = Payment.reported(new PaymentId(paymentId), buyer.money(amount), now.minus(late), now);
            return new LoanEvent.PaymentReceived(loan.loanId(), loan.partnerId(), payment);
        }
    }

    /** Money is on its way. */
    record Announces(String paymentId, long amount) implements Word {
        @Override
        public String type() {
            return "payment.pending";
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            return money(buyer, paymentId, amount, "initiatedAt", now);
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            return asked(loan, new Request.Pending(new PaymentId(paymentId), now));
        }
    }

    /** The bank takes money back, perhaps before it told of it. */
    record TakesBack(String paymentId) implements Word {
        @Override
        public String type() {
            return "payment.reversed";
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            return Map.of("paymentId", paymentId, "reversedAt", now.toString());
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            return new LoanEvent.PaymentReversed(
                    loan.loanId(), loan.partnerId(), new Reversal(new PaymentId(paymentId), now));
        }
    }

    /** Other days are agreed. */
    record Amends(List<LocalDate> dueDates) implements Word {
        @Override
        public String type() {
            return "loan.amended";
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            List<Map<String, Object>> installments = IntStream.range(0, dueDates.size())
                    .mapToObj(i -> Map.<String, Object>of(
                            "number",
                            i + 1,
                            "dueDate",
                            dueDates.get(i).toString(),
                            "amount",
                            buyer.borrower().installment()))
                    .toList();
            return Map.of("installments", installments, "effectiveAt", now.toString());
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            String id = now.toString();
            return new LoanEvent.LoanAmended(
                    loan.loanId(), loan.partnerId(), new Amendment(id, now, now, buyer.schedule(dueDates)));
        }
    }

    /** The partner has a wish of its own, or takes it back. */
    record Asks(String type, Map<String, Object> said, Request request) implements Word {

        static Asks toLock(String id) {
            return new Asks(
                    "lock.requested",
                    Map.of("requestId", id, "reason", Reason.DELINQUENT.wireName()),
                    new Request.Lock(id, Reason.DELINQUENT, Optional.empty()));
        }

        static Asks toUnlock(String id) {
            return new Asks(
                    "unlock.requested",
                    Map.of("requestId", id, "reason", Reason.MISTAKE.wireName()),
                    new Request.Unlock(id));
        }

        static Asks noMore(String id) {
            return new Asks("request.withdrawn", Map.of("requestId", id), new Request.Withdrawal(id));
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            return said;
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            return asked(loan, request);
        }
    }

    /** The partner closes the loan. */
    record Closes(ClosingReason reason) implements Word {
        @Override
        public String type() {
            return "loan.closed";
        }

        @Override
        public Map<String, Object> data(Buyer buyer, Instant now) {
            return Map.of("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        @Override
        public LoanEvent fact(Buyer buyer, Loan loan, Instant now) {
            return new LoanEvent.LoanClosed(loan.loanId(), loan.partnerId(), reason);
        }
    }

    /** What the partner told last is told again, under the same id and under another one. */
    record SaysAgain() implements Deed {}

    /** Support stops everything for a while. */
    record Holds(String holdId, Duration time) implements Deed {}

    /** Support lets it go on. */
    record Lifts(String holdId) implements Deed {}

    /** The handset is switched on for the first time. */
    record Enrolls() implements Deed {}

    /** The handset gets out of reach, or comes back. */
    record Switches(boolean on) implements Deed {}

    /** The handset is reset, and enrolls again. */
    record Wipes() implements Deed {}

    /** All that one installment costs. */
    static Deed wholePrice(Buyer buyer) {
        return new Pays(
                "FT-" + buyer.borrower().accountNumber(), buyer.borrower().installment(), Duration.ZERO);
    }

    private static LoanEvent asked(Loan loan, Request request) {
        return new LoanEvent.Requested(loan.loanId(), loan.partnerId(), request);
    }

    private static Map<String, Object> money(Buyer buyer, String paymentId, long amount, String what, Instant when) {
        String currency = buyer.lender().market().currency();
        return Map.of("paymentId", paymentId, "amount", amount, "currency", currency, what, when.toString());
    }
}
