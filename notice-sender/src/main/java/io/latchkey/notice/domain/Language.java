package io.latchkey.notice.domain;

import java.util.Arrays;
import java.util.Locale;

/** A language that letters are written in. */
public enum Language {
    /** English, for whoever speaks none of the others. */
    ENGLISH("en"),
    /** Swahili. */
    SWAHILI("sw"),
    /** Hindi. */
    HINDI("hi");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /**
     * The language of a borrower.
     *
     * @param tag BCP 47
     * @return that language, or English
     */
    public static Language of(String tag) {
        String spoken = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.code.equals(spoken))
                .findFirst()
                .orElse(ENGLISH);
    }

    /**
     * Its name.
     *
     * @return ISO 639-1
     */
    public String code() {
        return code;
    }

    Locale locale() {
        return Locale.of(code);
    }
}
