package io.latchkey.system.bench.rival;

/** One process of a rival; which one says the argument, how it works says the environment. */
public final class Rivals {

    /** What is due on each loan at first, in minor units: more than all payments together. */
    public static final long DEBT = 100_000_000;

    /** Makes a token as long as ours, whose screen has its text in two languages. */
    static final String NOTICE = "This device is used under an installment contract. ".repeat(14);

    private Rivals() {}

    /**
     * The topic of a stage.
     *
     * @param mode {@code floor} or {@code plain}
     * @param what {@code payments}, {@code intents} or {@code tokens}
     * @return its name
     */
    public static String topic(String mode, String what) {
        return "bench-" + mode + "-" + what;
    }

    /**
     * Runs until it is ended.
     *
     * @param arguments {@code ingest}, {@code decide}, {@code sign}, {@code carry}, {@code devices} or {@code engine}
     * @throws Exception if it cannot; the process then ends
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = new Settings(System.getenv());
        try {
            switch (arguments[0]) {
                case "ingest" -> new Ingest(settings).run();
                case "decide" -> new Decide(settings).run();
                case "sign" -> new Sign(settings).run();
                case "carry" -> new Carry(settings).run();
                case "devices" -> new Devices(settings).run();
                case "engine" -> new PlainEngine(settings).run();
                default -> throw new IllegalArgumentException("there is no stage " + arguments[0]);
            }
        } catch (Exception | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // threads of the clients would keep a broken process alive
        }
    }
}
