package io.latchkey.agent.app;

import io.latchkey.agent.domain.DesiredState;

/** Makes the phone what the state says. Called again with the same state it must do no harm. */
@FunctionalInterface
public interface Actuator {

    /** Puts exactly these restrictions in force and lifts all others. */
    void apply(DesiredState desired);
}
