package io.latchkey.decision.domain;

import static java.util.Comparator.comparing;

import io.latchkey.decision.domain.LoanEvent.BindingChanged;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.request.Requests;
import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A loan that something named before its activation came. Money for it is parked; the rest waits here.
 *
 * @param loanId the loan
 * @param partnerId the partner
 * @param decisions how many decisions were made about it
 * @param facts what was reported of it, without payments
 * @param requests what was asked for it
 * @param enrollments the handsets that named it
 */
public record Announced(
        LoanId loanId,
        PartnerId partnerId,
        long decisions,
        Facts facts,
        Requests requests,
        List<EnrolledHandset> enrollments)
        implements Loan {

    /**
     * An enrollment that waits.
     *
     * @param deviceId the handset
     * @param bindings which of its enrollments count
     */
    public record EnrolledHandset(DeviceId deviceId, Bindings bindings) {}

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
        return new Announced(loanId, partnerId, 0, Facts.NONE, Requests.NONE, List.of());
    }

    Announced with(Facts reported) {
        return new Announced(loanId, partnerId, decisions, reported, requests, enrollments);
    }

    Announced with(Requests asked) {
        return new Announced(loanId, partnerId, decisions, facts, asked, enrollments);
    }

    Announced with(BindingChanged change) {
        DeviceId device = change.deviceId();
        Stream<EnrolledHandset> others =
                enrollments.stream().filter(one -> !one.deviceId().equals(device));
        Stream<EnrolledHandset> changed = Stream.of(new EnrolledHandset(device, change.after(bindingsOf(device))));
        List<EnrolledHandset> sorted = Stream.concat(others, changed)
                .sorted(comparing(EnrolledHandset::deviceId))
                .toList();
        return new Announced(loanId, partnerId, decisions, facts, requests, sorted);
    }

    Bindings bindingsOf(DeviceId deviceId) {
        return enrollments.stream()
                .filter(one -> one.deviceId().equals(deviceId))
                .findFirst()
                .map(EnrolledHandset::bindings)
                .orElse(Bindings.NONE);
    }

    Announced decided(long number) {
        return new Announced(loanId, partnerId, number, facts, requests, enrollments);
    }
}
