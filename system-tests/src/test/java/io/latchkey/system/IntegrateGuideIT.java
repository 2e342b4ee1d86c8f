package io.latchkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/integrate.md tells an integrator to type, typed. */
@ExtendWith(StackUnderTest.class)
class IntegrateGuideIT {

    private static final Pattern BLOCK =
            Pattern.compile("^```(bash|js)$(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String TELL_THE_SECRET = "\necho \"SECRET=$secret\"\n";

    private static String said = "";

    private final Stack stack;

    IntegrateGuideIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void typeItOnce(Stack stack) throws Exception {
        Path script = stack.data().resolve("guide.sh");
        Files.writeString(script, "set -euo pipefail\n" + String.join("\n", blocks("bash", stack)) + TELL_THE_SECRET);
        said = run(List.of("bash", script.toString()), Map.of());
    }

    @Test
    void whoTypesItEndsWithAPaymentThatCountsOnceAndIsToldWhatIsWrongWithAnother() {
        assertThat(said.lines().filter(line -> line.contains("\"status\":\"accepted\"")))
                .hasSize(2);
        assertThat(said.lines().filter(line -> line.contains("\"status\":\"duplicate\"")))
                .hasSize(1);
        assertThat(said).contains("\"accepted\":false", "fits a live key", "/data");
    }

    /** Needs Node; {@code deploy/check} installs the libraries, or says that they are missing. */
    @ParameterizedTest
    @ValueSource(strings = {"standardwebhooks", "svix"})
    @EnabledIfEnvironmentVariable(named = "LATCHKEY_WEBHOOK_CLIENTS", matches = ".+")
    void aPublicLibraryIsUnderstoodAsItIs(String library) throws Exception {
        String secret = said.lines()
                .filter(line -> line.startsWith("SECRET="))
                .findFirst()
                .orElseThrow()
                .substring("SECRET=".length());
        Path script = Path.of(System.getenv("LATCHKEY_WEBHOOK_CLIENTS")).resolve("guide-" + library + ".mjs");
        Files.writeString(
                script,
                blocks("js", stack)
                        .getFirst()
                        .replace("\"standardwebhooks\"", "\"" + library + "\"")
                        .replace("FT26110300002", "FT-" + library)
                        .replace("acacia-payment-2", "acacia-" + library));

        assertThat(run(List.of("node", script.toString()), Map.of("SECRET", secret)))
                .startsWith("202 ")
                .contains("\"status\":\"accepted\"");
    }

    /** As it stands there, but for where this stack is. */
    private static List<String> blocks(String language, Stack stack) throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("latchkey.root"), "docs/integrate.md"));
        return BLOCK.matcher(guide)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(MatchResult::group)
                .map(text -> text.replaceAll("(?m)^```.*$", ""))
                .map(text -> text.replace(
                                "127.0.0.1:8081",
                                "127.0.0.1:" + stack.environment().get("LATCHKEY_INGEST_PORT"))
                        .replace(
                                ".local/secrets.env",
                                stack.data().resolve("secrets.env").toString()))
                .toList();
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
