package io.latchkey.issuer.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a device token says.
 *
 * <p><b>Source:</b> RFC 7519 section 4.1 for {@code iss}, {@code jti}, {@code iat}, {@code aud} and {@code sub}.
 *
 * @param deviceId {@code aud}: the one handset that obeys it
 * @param loanId {@code sub}: the loan that governs the handset
 * @param enrollments {@code enr}: a number, or an array of two while the device is contested
 * @param revision {@code rev}
 * @param stage {@code stg}: the stage now
 * @param restrictions {@code rst}: what is taken away now
 * @param reason {@code rsn}: a code in kebab-case
 * @param issuedAt {@code iat}: when it was decided, business time
 * @param notice {@code ntc}: what the screen says
 */
public record TokenClaims(
        DeviceId deviceId,
        LoanId loanId,
        List<Integer> enrollments,
        long revision,
        Stage stage,
        List<Restriction> restrictions,
        String reason,
        Instant issuedAt,
        ScreenNotice notice) {

    /** {@code iss}. */
    public static final String ISSUER = "latchkey";

    /** Copies the lists. */
    public TokenClaims {
        enrollments = List.copyOf(enrollments);
        restrictions = List.copyOf(restrictions);
    }

    /**
     * The claims of an intent. Equal intents give equal claims, so a token that is signed again says the same.
     *
     * @param intent what lock-decision wants the handset to be
     * @return the claims, however long
     */
    public static TokenClaims from(LockIntent intent) {
        return new TokenClaims(
                intent.deviceId(),
                intent.loanId(),
                intent.enrollments(),
                intent.revision(),
                intent.stage(),
                intent.restrictions(),
                intent.reason(),
                intent.decidedAt(),
                ScreenNotice.of(intent.notice(), intent.stage()));
    }

    /**
     * {@code jti}.
     *
     * @return {@code <deviceId>:<revision>}
     */
    public String id() {
        return deviceId + ":" + revision;
    }

    /**
     * The same state with as many words as fit: texts are cut or left out first, the state never.
     *
     * @param fits tells whether claims are short enough for a token
     * @return the longest of these claims' forms that fits
     * @throws IllegalArgumentException if even the shortest does not, as with a reason of a thousand letters
     */
    public TokenClaims shortened(Predicate<TokenClaims> fits) {
        return Stream.<ScreenNotice>of(
                        notice,
                        notice.stageBeside(),
                        notice.firstLines(),
                        notice.bounded(),
                        notice.bounded().stageBeside(),
                        notice.bounded().firstLines(),
                        notice.bounded().firstEnglishLines(),
                        notice.bare())
                .map(this::with)
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the state alone is longer than a token may be"));
    }

    private TokenClaims with(ScreenNotice shorter) {
        return new TokenClaims(deviceId, loanId, enrollments, revision, stage, restrictions, reason, issuedAt, shorter);
    }
}
