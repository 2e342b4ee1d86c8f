package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.DropReason;
import io.latchkey.gateway.domain.ReportClaims;

/** Reads signed reports and checks them. */
public interface ReportReader {

    /** What a message turned out to be. */
    sealed interface Message {}

    /**
     * It has a report's shape; nobody has checked its signature yet.
     *
     * @param claims what it claims
     * @param jws the whole of it
     */
    record Claimed(ReportClaims claims, String jws) implements Message {}

    /**
     * It is no report.
     *
     * @param reason why
     */
    record Unreadable(DropReason reason) implements Message {}

    /**
     * Reads a message.
     *
     * @param payload anything that stood on a report topic
     * @return what it is
     */
    Message read(String payload);

    /**
     * Checks a report.
     *
     * @param report what was read
     * @param spki the enrolled key, SubjectPublicKeyInfo in base64
     * @return true if that key signed it
     */
    boolean isSignedBy(Claimed report, String spki);
}
