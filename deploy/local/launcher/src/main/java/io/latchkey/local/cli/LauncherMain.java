package io.latchkey.local.cli;

import io.latchkey.local.Checkout;
import io.latchkey.local.stack.DataFolder;
import io.latchkey.local.stack.StackException;
import java.nio.file.Path;

/** Behind {@code deploy/up}, {@code deploy/down}, {@code deploy/status} and {@code deploy/rebuild}; see their {@code --help}. */
public final class LauncherMain {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    /** Tells the script that a build and a second try will do. */
    private static final int NOT_BUILT = 3;

    private LauncherMain() {}

    /** Does one command and exits: 0 done, 1 failed, 2 misused, 3 not built. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            CommandLine commandLine = CommandLine.parse(arguments);
            Checkout checkout = Checkout.find();
            return new Command(checkout, dataFolder(checkout), System.getenv(), System.out).run(commandLine)
                    ? 0
                    : FAILED;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return MISUSED;
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return e.needsBuild() ? NOT_BUILT : FAILED;
        }
    }

    private static DataFolder dataFolder(Checkout checkout) {
        String chosen = System.getenv().getOrDefault("LATCHKEY_DATA", "");
        Path folder = chosen.isEmpty() ? checkout.root().resolve(".local") : Path.of(chosen);
        return new DataFolder(folder.toAbsolutePath().normalize());
    }
}
