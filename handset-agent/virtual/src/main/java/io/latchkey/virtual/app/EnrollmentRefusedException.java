package io.latchkey.virtual.app;

/** The gateway said no; carries its answer unchanged. */
public final class EnrollmentRefusedException extends RuntimeException {

    private final int status;
    private final String problem;

    /** Takes the HTTP status and the body, problem+json as the gateway sent it. */
    public EnrollmentRefusedException(int status, String problem) {
        super("the gateway refused the enrollment with status " + status);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public String problem() {
        return problem;
    }
}
