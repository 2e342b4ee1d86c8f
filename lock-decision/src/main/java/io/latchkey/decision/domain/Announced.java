package io.latchkey.decision.domain;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A loan that something named before its activation came. Money for it is parked; the rest waits here.
 *
 * @param loanId the loan
 * @param partnerId the partner
 * @param decisions how many decisions were made about it
 * @param facts what was reported of it, without payments
 * @param enrollments the newest enrollment of each handset that named it
 */
public record Announced(
        LoanId loanId, PartnerId partnerId, long decisions, Facts facts, List<EnrolledHandset> enrollments)
        implements Loan {

    /**
     * An enrollment that waits.
     *
     * @param deviceId the handset
     * @param enrollment its newest enrollment
     */
    public record EnrolledHandset(DeviceId deviceId, int enrollment) {}

    /** Copies the list. */
    public Announced {
        enrollments = List.copyOf(enrollments);
    }

    /**
     * A loan that is named for the first time.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @return a loan of which nothing is known
     */
    public static Announced first(LoanId loanId, PartnerId partnerId) {
        return new Announced(loanId, partnerId, 0, Facts.NONE, List.of());
    }

    Announced with(Facts reported) {
        return new Announced(loanId, partnerId, decisions, reported, enrollments);
    }

    Announced with(DeviceId deviceId, int enrollment) {
        Map<DeviceId, Integer> newest = Stream.concat(
                        enrollments.stream(), Stream.of(new EnrolledHandset(deviceId, enrollment)))
                .collect(toMap(EnrolledHandset::deviceId, EnrolledHandset::enrollment, Math::max));
        List<EnrolledHandset> sorted = newest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new EnrolledHandset(entry.getKey(), entry.getValue()))
                .toList();
        return new Announced(loanId, partnerId, decisions, facts, sorted);
    }

    Announced decided(long number) {
        return new Announced(loanId, partnerId, number, facts, enrollments);
    }
}
