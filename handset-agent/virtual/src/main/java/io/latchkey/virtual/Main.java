package io.latchkey.virtual;

/** Starts the virtual handsets. */
public final class Main {

    private Main() {}

    /** Runs until it is stopped; takes no arguments, for the environment says all. */
    public static void main(String[] arguments) {
        // Otherwise each small answer waits for the delayed acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
        try {
            VirtualPhones phones = VirtualPhones.start(Settings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(phones::close, "shutdown"));
            System.out.println("Virtual handsets on http://127.0.0.1:" + phones.port() + "/");
        } catch (StartFailedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
