package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.DeviceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What was signed.
 *
 * @param deviceId the financed handset
 * @param schedule what is due when
 * @param zone in which due dates and days past due are counted
 * @param policyName the policy that was signed
 * @param policyVersion and its version, which the loan keeps
 * @param locale the borrower's language, BCP 47
 * @param contact where the borrower can be told something, sealed; nothing if nobody said
 */
public record Terms(
        DeviceId deviceId,
        Schedule schedule,
        ZoneId zone,
        String policyName,
        int policyVersion,
        String locale,
        Optional<String> contact) {

    LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The first moment of a day; where the clocks skip midnight, the moment after the gap. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
