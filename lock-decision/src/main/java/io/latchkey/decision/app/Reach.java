package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.decision.domain.LoanEvent.PaymentMatched;
import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * All that a batch may touch by its own words; the store adds what the loans themselves lead to.
 *
 * @param loans loans that events name
 * @param devices handsets that events name
 * @param policies policies that activations name
 * @param parked parked money that matches name
 */
public record Reach(Set<LoanId> loans, Set<DeviceId> devices, Set<PolicyKey> policies, Set<ParkedKey> parked) {

    /** Nothing is named. */
    public static final Reach NONE = new Reach(Set.of(), Set.of(), Set.of(), Set.of());

    static Reach of(Collection<? extends LoanEvent> events) {
        Set<LoanId> loans = new HashSet<>();
        Set<DeviceId> devices = new HashSet<>();
        Set<PolicyKey> policies = new HashSet<>();
        Set<ParkedKey> parked = new HashSet<>();
        for (LoanEvent event : events) {
            loans.add(event.loanId());
            if (event instanceof LoanActivated activated) {
                devices.add(activated.terms().deviceId());
                policies.add(PolicyKey.of(activated));
            } else if (event instanceof BindingChanged change) {
                devices.add(change.deviceId());
            } else if (event instanceof HandsetContradicts contradiction) {
                devices.add(contradiction.word().deviceId());
            } else if (event instanceof NoticeOutcome.Shown shown) {
                devices.add(shown.deviceId());
            } else if (event instanceof TamperSeen seen) {
                devices.add(seen.deviceId());
            } else if (event instanceof PaymentMatched matched) {
                parked.add(new ParkedKey(matched.partnerId(), matched.paymentId()));
            }
        }
        return new Reach(loans, devices, policies, parked);
    }
}
