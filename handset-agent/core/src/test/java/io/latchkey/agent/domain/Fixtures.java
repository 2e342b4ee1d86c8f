package io.latchkey.agent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values with meaningful defaults for every test of the agent. */
public final class Fixtures {

    public static final Enrollment SELF = new Enrollment("d1_00112233445566778899aabbccddeeff", 1);
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
    public static final String LOCKED_LINE = "This device is locked due to an overdue installment payment";

    private Fixtures() {}

    public static AgentState fresh() {
        return AgentState.enrolled(SELF);
    }

    public static DeviceToken token(long revision, Stage stage, Restriction... restrictions) {
        return new DeviceToken(SELF.deviceId(), Set.of(SELF.number()), revision, desired(stage, restrictions));
    }

    public static DeviceToken locking(long revision) {
        return token(revision, Stage.LOCKED, Restriction.CAMERA, Restriction.KIOSK);
    }

    public static DeviceToken freeing(long revision) {
        return token(revision, Stage.CURRENT);
    }

    public static DesiredState desired(Stage stage, Restriction... restrictions) {
        return new DesiredState(stage, Set.of(restrictions), "dpd", Optional.of(notice()));
    }

    public static Notice notice() {
        return new Notice(
                "sw",
                "Sandbox Finance",
                new AmountDue(12_500, "KES"),
                Optional.of(LocalDate.parse("2026-10-01")),
                "+254700000000",
                "https://lender.example/pay",
                Map.of("en", List.of(LOCKED_LINE), "sw", List.of("Simu hii imefungwa")));
    }
}
