package io.latchkey.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The checkout whose built files are run.
 *
 * @param root its top folder
 */
public record Checkout(Path root) {

    /**
     * The checkout that the build or the scripts named by the system property {@code latchkey.root}.
     *
     * @throws IllegalStateException if it is not set or not a checkout
     */
    public static Checkout find() {
        String root = System.getProperty("latchkey.root", "");
        if (root.isEmpty() || !Files.isDirectory(Path.of(root, "deploy", "local"))) {
            throw new IllegalStateException(
                    "the system property latchkey.root must name the checkout but was '" + root + "'");
        }
        return new Checkout(Path.of(root).toAbsolutePath().normalize());
    }

    /** The jar of one of the local servers, with its libraries beside it in {@code lib/}. */
    public Path serverJar(String module, String artifact) {
        return root.resolve("deploy/local").resolve(module).resolve("target").resolve(artifact + ".jar");
    }

    /** Our plugin for Mosquitto; {@code deploy/lib/mosquitto.sh} builds it. */
    public Path mosquittoPlugin() {
        return root.resolve("deploy/local/mqtt-mosquitto/target/latchkey-access.so");
    }

    /** The partners of the local stack, unless its user names others. */
    public String partners(Map<String, String> environment) {
        String ours = root.resolve("deploy/local/partners.json").toString();
        return environment.getOrDefault("LATCHKEY_PARTNERS_FILE", ours);
    }

    /** Where the launcher unpacks what it runs; gone with the next clean build. */
    public Path unpacked() {
        return root.resolve("deploy/local/launcher/target");
    }

    /** The runnable jar of a Quarkus service. */
    public Path service(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
