package io.latchkey.kit;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Secrets that are replaced over time: the newest is used, older ones still mean what they meant. */
public final class VersionedSecrets {

    private static final String VERSION = "[1-9][0-9]{0,3}";

    private VersionedSecrets() {}

    /**
     * Reads a setting.
     *
     * @param name the setting's name, for messages, which never repeat its value
     * @param setting {@code version:base64}, comma separated
     * @return the base64 texts by version; at least one
     * @throws IllegalArgumentException if it has another form
     */
    public static NavigableMap<Integer, String> parse(String name, String setting) {
        NavigableMap<Integer, String> secrets = new TreeMap<>();
        for (String entry : setting.split(",", -1)) {
            int colon = entry.indexOf(':');
            if (colon < 1 || !entry.substring(0, colon).strip().matches(VERSION)) {
                throw new IllegalArgumentException(name + " must be version:base64, comma separated");
            }
            secrets.put(
                    Integer.valueOf(entry.substring(0, colon).strip()),
                    entry.substring(colon + 1).strip());
        }
        return secrets;
    }
}
