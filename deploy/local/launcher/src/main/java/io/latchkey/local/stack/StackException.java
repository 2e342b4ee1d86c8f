package io.latchkey.local.stack;

/** The stack cannot do what was asked; the message is for the user and names a remedy where there is one. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whether a build would mend it. */
    private final boolean needsBuild;

    /** With a sentence for the user. */
    public StackException(String message) {
        this(message, false);
    }

    private StackException(String message, boolean needsBuild) {
        super(message);
        this.needsBuild = needsBuild;
    }

    static StackException notBuilt(String message) {
        return new StackException(message, true);
    }

    /** Whether a build would mend it. */
    public boolean needsBuild() {
        return needsBuild;
    }
}
