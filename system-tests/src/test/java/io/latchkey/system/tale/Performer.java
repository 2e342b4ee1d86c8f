package io.latchkey.system.tale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.LoanId;
import io.latchkey.events.SupportRequest;
import io.latchkey.events.SupportRequest.HoldLifted;
import io.latchkey.events.SupportRequest.HoldPlaced;
import io.latchkey.system.client.Answer;
import io.latchkey.system.client.HandsetView;
import io.latchkey.system.client.HandsetsClient;
import io.latchkey.system.client.OperatorClient;
import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.oracle.Oracle;
import io.latchkey.system.oracle.Subject;
import io.latchkey.system.tale.Deed.Loan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does one buyer's deeds on a stack, as often as it takes, and tells the oracle what was accepted. */
final class Performer {

    private static final String SUPPORT = "a-supporter";
    private static final String VOID = "no such code";

    private final Buyer buyer;
    private final PartnerClient partner;
    private final OperatorClient operator;
    private final HandsetsClient handsets;
    private final SupportDesk support;
    private final Oracle oracle;
    private final Supplier<Instant> clock;
    private Optional<Sent> last = Optional.empty();
    private Optional<Subject> subject = Optional.empty();
    private Optional<OperatorClient.Offer> offer = Optional.empty();
    private Optional<HandsetView> enrolledEarly = Optional.empty();

    /** A webhook that was accepted. */
    private record Sent(String webhookId, String body) {}

    Performer(Buyer buyer, RunningStack stack, SupportDesk support, Oracle oracle, Supplier<Instant> clock) {
        RunningStack theirs = stack.as(buyer.lender().partnerId().value());
        this.buyer = buyer;
        this.partner = new PartnerClient(theirs);
        this.operator = new OperatorClient(theirs);
        this.handsets = new HandsetsClient(stack);
        this.support = support;
        this.oracle = oracle;
        this.clock = clock;
    }

    void does(List<Deed> deeds) {
        for (Deed deed : deeds) {
            try {
                does(deed);
            } catch (RuntimeException e) {
                throw new IllegalStateException(buyer + ": " + deed + " could not be done", e);
            }
        }
    }

    private void does(Deed deed) {
        switch (deed) {
            case Deed.Word word -> tells(word);
            case Deed.SaysAgain again -> last.ifPresent(this::tellsAgain);
            case Deed.Holds one -> holds(one);
            case Deed.Lifts one -> lifts(one);
            case Deed.Enrolls one -> enrolls();
            case Deed.Switches one -> switches(one.on());
            case Deed.Wipes one -> wipes();
        }
    }

    private void tells(Deed.Word word) {
        Instant now = clock.get();
        Map<String, Object> data = new HashMap<>(word.data(buyer, now));
        data.put("accountNumber", buyer.borrower().accountNumber());
        String body = new String(PartnerClient.body(word.type(), now, data), UTF_8);
        Sent sent = new Sent(UUID.randomUUID().toString(), body);
        Answer answer = send(sent);
        LoanId loanId = new LoanId(answer.body().path("loanId").asText());
        Subject told = oracle.subject(
                buyer.toString(),
                buyer.borrower().imei(),
                loanId,
                buyer.lender().partnerId(),
                buyer.lender().policy());
        subject = Optional.of(told);
        last = Optional.of(sent);
        told.told(word.fact(buyer, new Loan(loanId, told.partnerId()), now), now);
        enrolledEarly.ifPresent(view -> told.enrolled(view.deviceId(), view.enrollment(), now));
        enrolledEarly = Optional.empty();
    }

    private Answer send(Sent sent) {
        return Patience.untilAccepted(() ->
                partner.send(sent.webhookId(), sent.body().getBytes(UTF_8)).answer());
    }

    /** Under its own id it is the same delivery; under another one the same fact, which changes nothing either. */
    private void tellsAgain(Sent sent) {
        if (send(sent).status() != 200) {
            throw new IllegalStateException("no duplicate: " + sent.body());
        }
        send(new Sent(UUID.randomUUID().toString(), sent.body()));
    }

    private void holds(Deed.Holds one) {
        Instant now = clock.get();
        Instant end = now.plus(one.time());
        asks(
                loan -> new HoldPlaced(loan.loanId(), loan.partnerId(), one.holdId(), "dispute", end, SUPPORT, now),
                new Request.Hold(one.holdId(), now, end),
                now);
    }

    private void lifts(Deed.Lifts one) {
        Instant now = clock.get();
        asks(
                loan -> new HoldLifted(loan.loanId(), loan.partnerId(), one.holdId(), SUPPORT, now),
                new Request.HoldEnds(one.holdId()),
                now);
    }

    private void asks(Function<Subject, SupportRequest> request, Request heard, Instant now) {
        Subject loan = subject.orElseThrow();
        support.writes(request.apply(loan));
        loan.told(new LoanEvent.Requested(loan.loanId(), loan.partnerId(), heard), now);
    }

    private void enrolls() {
        String imei = buyer.borrower().imei();
        Instant now = clock.get();
        HandsetView view = Patience.untilDone(() -> enrolls(imei));
        subject.ifPresentOrElse(
                loan -> loan.enrolled(view.deviceId(), view.enrollment(), now),
                () -> enrolledEarly = Optional.of(view));
    }

    /** The answer may have been lost on the way, and a code may be void by now: then there is another one. */
    private HandsetView enrolls(String imei) {
        OperatorClient.Offer code = offer.orElseGet(
                () -> Patience.untilDone(() -> operator.offer(buyer.borrower().accountNumber(), imei)));
        offer = Optional.of(code);
        try {
            return handsets.enroll(imei, code);
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).contains(VOID)) {
                offer = Optional.empty();
            }
            return handsets.look(imei);
        }
    }

    private void switches(boolean on) {
        Patience.untilDone(() -> {
            handsets.press(buyer.borrower().imei(), on ? "online" : "offline");
            return on;
        });
        subject.orElseThrow().switched(on);
    }

    /** Each press that is answered is one enrollment; one that is not may be one too, and is the same one the next time. */
    private void wipes() {
        Instant now = clock.get();
        Patience.untilDone(() -> {
            handsets.press(buyer.borrower().imei(), "wipe");
            return true;
        });
        HandsetView view =
                Patience.untilDone(() -> handsets.look(buyer.borrower().imei()));
        subject.orElseThrow().enrolled(view.deviceId(), view.enrollment(), now);
    }
}
