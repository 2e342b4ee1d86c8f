package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.DeviceId;
import io.latchkey.events.policy.TamperSignal;

/** What comes in about a handset. */
public sealed interface DeviceWord {

    /**
     * A key was bound, or which keys count has changed.
     *
     * @param change the fact
     */
    record Bound(BindingChanged change) implements DeviceWord {}

    /**
     * It says what it holds.
     *
     * @param word what it signed
     */
    record Holds(HandsetWord word) implements DeviceWord {}

    /**
     * It saw a sign of tampering.
     *
     * @param deviceId the handset
     * @param signal the sign
     */
    record Tampered(DeviceId deviceId, TamperSignal signal) implements DeviceWord {}
}
