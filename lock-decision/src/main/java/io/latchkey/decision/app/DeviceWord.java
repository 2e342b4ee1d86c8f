package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent.EnrollmentCompleted;
import io.latchkey.decision.domain.handset.HandsetWord;

/** What comes in about a handset. */
public sealed interface DeviceWord {

    /**
     * Its key was bound.
     *
     * @param enrollment the fact
     */
    record Bound(EnrollmentCompleted enrollment) implements DeviceWord {}

    /**
     * It says what it holds.
     *
     * @param word what it signed
     */
    record Holds(HandsetWord word) implements DeviceWord {}
}
