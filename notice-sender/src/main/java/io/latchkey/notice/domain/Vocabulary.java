package io.latchkey.notice.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stages and restrictions in words, from {@code words_*.properties}. */
final class Vocabulary {

    private static final Map<Language, Properties> BY_LANGUAGE =
            Stream.of(Language.values()).collect(toUnmodifiableMap(Function.identity(), Vocabulary::read));

    private Vocabulary() {}

    static String of(Stage stage, Language language) {
        return word("stage." + stage, language);
    }

    static String of(Restriction restriction, Language language) {
        return word("restriction." + restriction.wireName(), language);
    }

    private static String word(String name, Language language) {
        Properties words = Objects.requireNonNull(BY_LANGUAGE.get(language));
        return Objects.requireNonNull(words.getProperty(name), () -> name + " has no word in " + language);
    }

    private static Properties read(Language language) {
        String name = "words_" + language.code() + ".properties";
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name), name)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
