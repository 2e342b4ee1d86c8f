package io.latchkey.gateway.domain;

import java.time.Instant;
import java.util.Map;

/**
 * What a handset's report says, as it was read; nothing of it is checked yet.
 *
 * @param seq numbers the reports of one enrollment
 * @param type {@code hello}, {@code applied} and so on
 * @param enrollment the enrollment that reports
 * @param revision the revision that the handset holds; 0 before its first token
 * @param at the handset's own clock
 * @param detail by type; texts and whole numbers only
 */
public record ReportClaims(
        long seq, String type, int enrollment, long revision, Instant at, Map<String, Object> detail) {

    /** Copies the detail. */
    public ReportClaims {
        detail = Map.copyOf(detail);
    }
}
