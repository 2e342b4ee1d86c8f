package io.latchkey.system.oracle;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.util.Optional;

/** A loan under the oracle's eye, and its handset. */
public final class Subject {

    private final String name;
    private final String imei;
    private final LoanId loanId;
    private final PartnerId partnerId;
    private final LoanFile file;
    private volatile Optional<DeviceId> deviceId = Optional.empty();
    private volatile int enrollment;
    private volatile boolean on;

    Subject(String name, String imei, LoanId loanId, PartnerId partnerId, Policy policy) {
        this.name = name;
        this.imei = imei;
        this.loanId = loanId;
        this.partnerId = partnerId;
        this.file = new LoanFile(loanId, partnerId, policy);
    }

    /** A fact was accepted that was first sent at a moment of the business clock. */
    public void told(LoanEvent fact, Instant at) {
        file.told(fact, at);
    }

    /** The handset enrolled, for the first time or again, and is on. */
    public void enrolled(String device, int number, Instant at) {
        deviceId = Optional.of(new DeviceId(device));
        enrollment = number;
        on = true;
        told(new LoanEvent.EnrollmentCompleted(loanId, partnerId, new DeviceId(device), number), at);
    }

    /** The handset can be reached, or not. */
    public void switched(boolean reachable) {
        on = reachable;
    }

    /** The loan. */
    public LoanId loanId() {
        return loanId;
    }

    /** Its partner. */
    public PartnerId partnerId() {
        return partnerId;
    }

    LoanFile file() {
        return file;
    }

    String imei() {
        return imei;
    }

    Optional<DeviceId> deviceId() {
        return deviceId;
    }

    int enrollment() {
        return enrollment;
    }

    boolean isOn() {
        return on;
    }

    @Override
    public String toString() {
        return name;
    }
}
