package io.latchkey.kit.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code traceparent} header of W3C Trace Context, level 1, section 3.2. */
public final class TraceParent {

    private static final Pattern SHAPE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String SAMPLED = "01";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceParent() {}

    /**
     * Begins a trace.
     *
     * @return a new header
     */
    public static String root() {
        return "00-" + hex(16) + "-" + hex(8) + "-" + SAMPLED;
    }

    /**
     * Continues a trace.
     *
     * @param parent the header that came in; one that is not of the standard's shape begins a new trace
     * @return the header to send on: the same trace, a span of its own
     */
    public static String childOf(String parent) {
        Matcher matcher = SHAPE.matcher(parent);
        return matcher.matches() ? "00-" + matcher.group(1) + "-" + hex(8) + "-" + matcher.group(3) : root();
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
