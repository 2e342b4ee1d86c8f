package io.latchkey.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names of all events, as {@code ce_type} carries them: {@code io.latchkey.<record>.v1}. A change of meaning is a new
 * version with a record of its own.
 */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> BY_NAME = Stream.<Class<? extends Event>>of(
                    PartnerEvent.PartnerRegistered.class,
                    PartnerEvent.PartnerChanged.class,
                    PartnerEvent.PolicyPublished.class,
                    InstallmentEvent.LoanActivated.class,
                    InstallmentEvent.LoanAmended.class,
                    InstallmentEvent.LoanClosed.class,
                    InstallmentEvent.PaymentPending.class,
                    InstallmentEvent.PaymentReceived.class,
                    InstallmentEvent.PaymentReversed.class,
                    PartnerRequest.LockRequested.class,
                    PartnerRequest.UnlockRequested.class,
                    PartnerRequest.RequestWithdrawn.class,
                    InstallmentEvent.FeedWatermark.class,
                    LoanDecision.StageEntered.class,
                    LoanDecision.StageLeft.class,
                    LoanDecision.StageKept.class,
                    LoanDecision.EscalationHeld.class,
                    LoanDecision.Released.class,
                    LoanDecision.LoanWaiting.class,
                    LoanDecision.LoanRefused.class,
                    LoanDecision.PaymentParked.class,
                    FleetDecision.BrakeChanged.class,
                    FleetDecision.BatchProposed.class,
                    FleetDecision.BatchReleased.class,
                    SupportRequest.HoldPlaced.class,
                    SupportRequest.HoldLifted.class,
                    SupportRequest.GrantIssued.class,
                    SupportRequest.GrantRevoked.class,
                    SupportRequest.ForceUpdateRequested.class,
                    SupportRequest.PaymentMatched.class,
                    SupportRequest.BatchApproved.class,
                    BorrowerNotice.NoticeOrdered.class,
                    NoticeReceipt.NoticeSent.class,
                    NoticeReceipt.NoticeFailed.class,
                    LoanKeyWrapped.class,
                    LockIntent.class,
                    DeviceToken.class,
                    DeviceReport.EnrollmentCompleted.class,
                    DeviceReport.EnrollmentContested.class,
                    DeviceReport.ContestSettled.class,
                    DeviceReport.HandsetSeen.class,
                    DeviceReport.TokenApplied.class,
                    DeviceReport.TokenRefused.class,
                    DeviceReport.TamperReported.class,
                    DeviceReport.RefreshRequested.class,
                    ClockMoved.class)
            .collect(toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    /**
     * The name of an event's type.
     *
     * @param type a record that implements {@link Event}
     * @return for example {@code io.latchkey.PaymentReceived.v1}
     */
    public static String nameOf(Class<? extends Event> type) {
        return "io.latchkey." + type.getSimpleName() + ".v1";
    }

    /**
     * The record that a type's name stands for.
     *
     * @param name as {@code ce_type} carries it
     * @return the record's class, or nothing if this version of the language does not know it
     */
    public static Optional<Class<? extends Event>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * All names.
     *
     * @return every event type of this version of the language
     */
    public static Collection<String> names() {
        return BY_NAME.keySet();
    }
}
