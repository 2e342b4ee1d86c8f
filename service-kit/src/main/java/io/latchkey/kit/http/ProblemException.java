package io.latchkey.kit.http;

/** Ends a request with a problem, from a depth where no answer can be returned. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /**
     * Ends the request.
     *
     * @param problem what is wrong
     */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /**
     * What is wrong.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
