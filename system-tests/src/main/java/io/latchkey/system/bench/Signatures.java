package io.latchkey.system.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How fast one core signs: token-issuer's own signer beside its provider and the JDK's, in a process of their own. */
record Signatures(Path root, Progress progress) {

    private static final String MEASURING = "io.latchkey.issuer.keys.SigningSpeed";

    /** Signatures a second, by who computes. */
    Map<String, Double> measure() throws IOException, InterruptedException {
        progress.say("signatures: token-issuer's signer, the provider, the JDK");
        Path target = root.resolve("token-issuer/target");
        String classPath = String.join(
                File.pathSeparator,
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                target.resolve("quarkus-app/lib/main") + "/*",
                target.resolve("quarkus-app/lib/boot") + "/*");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        MEASURING))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Double> rates = new TreeMap<>();
        try (var output = process.inputReader()) {
            output.lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> rates.put(pair[0], Double.parseDouble(pair[1])));
        }
        int status = process.waitFor();
        if (status != 0 || rates.isEmpty()) {
            throw new IllegalStateException(MEASURING + " ended with " + status);
        }
        return rates;
    }
}
