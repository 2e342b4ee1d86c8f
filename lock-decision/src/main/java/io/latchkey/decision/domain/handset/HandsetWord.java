package io.latchkey.decision.domain.handset;

import io.latchkey.events.DeviceId;
import io.latchkey.events.Stage;
import java.util.Optional;

/**
 * What a handset signed of the state that it holds.
 *
 * @param deviceId the handset
 * @param enrollment the enrollment whose key signed
 * @param revision the revision that it holds; 0 before its first token
 * @param obeys the stage that it obeys, if the report is to be taken at its word in that. Only the word on connecting is:
 *     a handset that answers every token with another stage must not have us speak without end
 * @param deniesOurs whether it was shown another content under this very revision, and kept its own
 */
public record HandsetWord(
        DeviceId deviceId, int enrollment, long revision, Optional<Stage> obeys, boolean deniesOurs) {}
