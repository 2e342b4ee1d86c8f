package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a token with a good signature says; not yet that it is meant for this handset, or new.
 *
 * @param enrollments whom it binds; two numbers while an enrollment is contested
 */
public record DeviceToken(String deviceId, Set<Integer> enrollments, long revision, DesiredState desired) {

    public DeviceToken {
        requireNonNull(deviceId, "deviceId");
        requireNonNull(desired, "desired");
        enrollments = Set.copyOf(enrollments);
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be >= 1 but was " + revision);
        }
    }
}
