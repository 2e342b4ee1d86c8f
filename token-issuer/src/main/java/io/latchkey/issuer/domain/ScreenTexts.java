package io.latchkey.issuer.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.events.Notice.Ahead;
import io.latchkey.events.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines that a screen shows for a stage, in every language that we speak. They hold no amounts and names: the screen
 * has those beside the lines, and a text that never varies can be proofread. One alone varies, by a date: what lies ahead,
 * and from which day.
 */
final class ScreenTexts {

    static final String ENGLISH = "en";

    private static final Map<String, Properties> BY_LANGUAGE = Stream.of(ENGLISH, "sw", "hi", "pt", "fr", "es")
            .collect(toUnmodifiableMap(Function.identity(), ScreenTexts::read));

    private ScreenTexts() {}

    /**
     * The lines of a stage in English, and in the borrower's language if we speak it.
     *
     * @param stage the stage
     * @param ahead what follows if the amount due is not paid; its line stands second
     * @param locale the borrower's BCP 47 tag
     * @return lines by tag: {@code en} and, if it is another language, {@code locale} as it was given
     */
    static Map<String, List<String>> of(Stage stage, Optional<Ahead> ahead, String locale) {
        Map<String, List<String>> texts = new TreeMap<>();
        texts.put(ENGLISH, lines(stage, ahead, Objects.requireNonNull(BY_LANGUAGE.get(ENGLISH))));
        spoken(locale).ifPresent(language -> texts.put(locale, lines(stage, ahead, language)));
        return texts;
    }

    private static Optional<Properties> spoken(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return language.equals(ENGLISH) ? Optional.empty() : Optional.ofNullable(BY_LANGUAGE.get(language));
    }

    private static List<String> lines(Stage stage, Optional<Ahead> ahead, Properties language) {
        List<String> lines = new ArrayList<>(IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> Optional.ofNullable(language.getProperty(stage + "." + number)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList());
        ahead.flatMap(step -> line(step, language)).ifPresent(line -> lines.add(1, line));
        return List.copyOf(lines);
    }

    /** None for a step that takes nothing: it needs no warning. */
    private static Optional<String> line(Ahead ahead, Properties language) {
        LocalDate day = ahead.notBefore();
        String number = Integer.toString(day.getDayOfMonth());
        return Optional.ofNullable(language.getProperty("AHEAD." + ahead.stage()))
                .map(line -> line.replace("{day}", language.getProperty("DAY." + number, number))
                        .replace("{month}", language.getProperty("MONTHS").split(" ", -1)[day.getMonthValue() - 1])
                        .replace("{year}", Integer.toString(day.getYear())));
    }

    private static Properties read(String language) {
        String name = "texts_" + language + ".properties";
        try (InputStream file = Objects.requireNonNull(ScreenTexts.class.getResourceAsStream(name), name)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
