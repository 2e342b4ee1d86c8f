package io.latchkey.virtual.http;

import java.util.List;

/** The caller's request cannot be served; becomes an RFC 9457 problem. */
final class ProblemException extends RuntimeException {

    /** One field that is wrong, by JSON Pointer. */
    record Violation(String pointer, String detail) {}

    private final int status;
    private final String title;
    private final List<Violation> violations;
    private final String allow;

    private ProblemException(int status, String title, String detail, List<Violation> violations, String allow) {
        super(detail);
        this.status = status;
        this.title = title;
        this.violations = List.copyOf(violations);
        this.allow = allow;
    }

    static ProblemException of(int status, String title, String detail) {
        return new ProblemException(status, title, detail, List.of(), "");
    }

    static ProblemException unprocessable(List<Violation> violations) {
        return new ProblemException(422, "Unprocessable content", "The fields named are wrong.", violations, "");
    }

    static ProblemException wrongMethod(String allow) {
        return new ProblemException(405, "Method not allowed", "Allowed here: " + allow, List.of(), allow);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    List<Violation> violations() {
        return violations;
    }

    /** The methods that are allowed; empty unless that is the problem. */
    String allow() {
        return allow;
    }
}
