package io.latchkey.local.server;

import java.util.List;

/** PostgreSQL refuses to run as root. */
final class Unprivileged {

    private Unprivileged() {}

    /**
     * What to put before a command so that it runs without root's rights, if we have them.
     *
     * <p>In a user namespace of its own the process is nobody, yet keeps access to the files of the user who started
     * it, so the data folder may lie anywhere.
     */
    static List<String> prefix() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user", "--") : List.of();
    }
}
