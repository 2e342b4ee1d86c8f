package io.latchkey.local.stack;

import io.latchkey.local.process.JavaCommand;
import java.util.List;
import java.util.Set;

/** How much memory each process of ours gets, and which compilers. */
final class JvmNeeds {

    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    /** What speaks TLS needs the optimizing compiler's intrinsics; these wait for servers most of the time. */
    private static final Set<String> WITHOUT_TLS =
            Set.of("payment-ingest", "lock-decision", "token-issuer", "notice-sender");

    private JvmNeeds() {}

    /**
     * The largest heap in MiB. Who writes a few letters a second needs less than who carries every payment; whole loans lie
     * in memory while a batch of them is decided, and with 160 MiB a quarter of the time went to collecting garbage.
     */
    static int heapOf(String process) {
        return switch (process) {
            case "notice-sender" -> 96;
            case "virtual-handsets" -> 128;
            case "lock-decision" -> 256;
            default -> 160;
        };
    }

    static List<String> optionsOf(String process) {
        return WITHOUT_TLS.contains(process)
                ? List.of(NATIVE_ACCESS, JavaCommand.WARM_AT_ONCE)
                : List.of(NATIVE_ACCESS);
    }
}
