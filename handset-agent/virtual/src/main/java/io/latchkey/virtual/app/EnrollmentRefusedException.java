package io.latchkey.virtual.app;

/** The gateway said no; carries its answer unchanged. */
public final class EnrollmentRefusedException extends RuntimeException {

    private static final int FIRST_SERVER_ERROR = 500;

    private final int status;
    private final String problem;

    /** Takes the HTTP status and the body, problem+json as the gateway sent it. */
    public EnrollmentRefusedException(int status, String problem) {
        super("the gateway refused the enrollment with status " + status);
        this.status = status;
        this.problem = problem;
    }

    /** Whether nothing came of it for sure; a server's error may come after the deed. */
    boolean isCertain() {
        return status < FIRST_SERVER_ERROR;
    }

    public int status() {
        return status;
    }

    public String problem() {
        return problem;
    }
}
