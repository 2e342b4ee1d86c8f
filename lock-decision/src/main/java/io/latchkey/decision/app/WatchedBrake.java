package io.latchkey.decision.app;

import io.latchkey.decision.domain.fleet.BrakePolicy;
import io.latchkey.decision.domain.fleet.FeedHealth;
import io.latchkey.events.policy.Brake;
import java.time.Instant;
import java.util.Optional;

/**
 * The brake of one policy's loans in one partition, as it was announced last.
 *
 * @param policy the policy
 * @param partition of {@code installment-events}
 * @param limits those of the policy
 * @param health what is known of the partner's payments now
 * @param cause why it was on, as a code; nothing if it was off
 * @param changes how often it changed
 */
public record WatchedBrake(
        PolicyKey policy, int partition, Brake limits, FeedHealth health, Optional<String> cause, long changes) {

    /** The same brake as it is now. */
    WatchedBrake at(Instant now) {
        Optional<String> then = BrakePolicy.cause(limits, health, now).map(reason -> reason.code());
        return new WatchedBrake(policy, partition, limits, health, then, then.equals(cause) ? changes : changes + 1);
    }

    boolean isOn() {
        return cause.isPresent();
    }
}
