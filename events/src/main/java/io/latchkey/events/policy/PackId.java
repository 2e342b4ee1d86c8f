package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One version of a country's pack.
 *
 * @param country ISO 3166-1 alpha-2, {@code ZZ} for the careful default
 * @param version counts up from 1 within the country
 */
public record PackId(String country, int version) {

    /** Checks the form. */
    public PackId {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country must be ISO 3166-1 alpha-2 but was '" + country + "'");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be >= 1 but was " + version);
        }
    }

    /**
     * Reads the text form.
     *
     * @param text for example {@code IN@1}
     * @return the id
     * @throws IllegalArgumentException if it has another form
     */
    @JsonCreator
    public static PackId of(String text) {
        if (!text.matches("[A-Z]{2}@[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("a pack is named as IN@1, not '" + text + "'");
        }
        return new PackId(text.substring(0, 2), Integer.parseInt(text.substring(3)));
    }

    /**
     * The text form.
     *
     * @return for example {@code IN@1}
     */
    @JsonValue
    @Override
    public String toString() {
        return country + "@" + version;
    }
}
