package io.latchkey.events.policy;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it is written: every term stands flat beside the others under the name that people use for it, and what
 * equals the default is left out, so that a document of an older shape stays as it was, to the byte.
 */
record PolicyDocument(
        String name,
        int version,
        String jurisdiction,
        List<Policy.Step> ladder,
        Optional<Window> window,
        Optional<Long> tolerance,
        Optional<Integer> afterDefaults,
        Optional<Duration> reversalNotice,
        Optional<Duration> settlementHold,
        Optional<Duration> pendingGrace,
        Optional<Integer> graceLimit,
        Optional<Duration> grantLimit,
        Optional<Duration> parkedLimit,
        Optional<Double> parkedShare,
        Optional<Duration> silenceLimit,
        Optional<Integer> capFloor,
        Optional<Double> capPercent,
        Optional<List<TamperConsequence>> tamper,
        Optional<Lease> lease) {

    private static PolicyDocument of(Policy policy) {
        ArrearsTerms arrears = policy.arrears();
        Reprieves reprieves = policy.reprieves();
        Brake brake = policy.brake();
        Cap cap = policy.cap();
        return new PolicyDocument(
                policy.name(),
                policy.version(),
                policy.jurisdiction(),
                policy.ladder(),
                unless(Window.ALWAYS, policy.window()),
                unless(ArrearsTerms.DEFAULT.tolerance(), arrears.tolerance()),
                arrears.afterDefaults(),
                unless(ArrearsTerms.DEFAULT.reversalNotice(), arrears.reversalNotice()),
                unless(ArrearsTerms.DEFAULT.settlementHold(), arrears.settlementHold()),
                unless(Reprieves.DEFAULT.pendingGrace(), reprieves.pendingGrace()),
                unless(Reprieves.DEFAULT.graceLimit(), reprieves.graceLimit()),
                unless(Reprieves.DEFAULT.grantLimit(), reprieves.grantLimit()),
                unless(Brake.DEFAULT.parkedLimit(), brake.parkedLimit()),
                unless(Brake.DEFAULT.parkedShare(), brake.parkedShare()),
                unless(Brake.DEFAULT.silenceLimit(), brake.silenceLimit()),
                unless(Cap.DEFAULT.capFloor(), cap.capFloor()),
                unless(Cap.DEFAULT.capPercent(), cap.capPercent()),
                unless(List.of(), policy.tamper()),
                policy.lease());
    }

    private static <T> Optional<T> unless(T assumed, T said) {
        return Optional.of(said).filter(one -> !one.equals(assumed));
    }

    Policy policy() {
        return new Policy(
                name,
                version,
                jurisdiction,
                ladder,
                window.orElse(Window.ALWAYS),
                new ArrearsTerms(
                        tolerance.orElse(ArrearsTerms.DEFAULT.tolerance()),
                        afterDefaults,
                        reversalNotice.orElse(ArrearsTerms.DEFAULT.reversalNotice()),
                        settlementHold.orElse(ArrearsTerms.DEFAULT.settlementHold())),
                new Reprieves(
                        pendingGrace.orElse(Reprieves.DEFAULT.pendingGrace()),
                        graceLimit.orElse(Reprieves.DEFAULT.graceLimit()),
                        grantLimit.orElse(Reprieves.DEFAULT.grantLimit())),
                new Brake(
                        parkedLimit.orElse(Brake.DEFAULT.parkedLimit()),
                        parkedShare.orElse(Brake.DEFAULT.parkedShare()),
                        silenceLimit.orElse(Brake.DEFAULT.silenceLimit())),
                new Cap(capFloor.orElse(Cap.DEFAULT.capFloor()), capPercent.orElse(Cap.DEFAULT.capPercent())),
                tamper.orElse(List.of()),
                lease);
    }

    /** Writes a policy. */
    static final class Writer extends StdConverter<Policy, PolicyDocument> {
        @Override
        public PolicyDocument convert(Policy policy) {
            return of(policy);
        }
    }

    /** Reads a policy. */
    static final class Reader extends StdConverter<PolicyDocument, Policy> {
        @Override
        public Policy convert(PolicyDocument document) {
            return document.policy();
        }
    }
}
