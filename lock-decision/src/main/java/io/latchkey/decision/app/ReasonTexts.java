package io.latchkey.decision.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What each reason means, in plain English. */
final class ReasonTexts {

    private static final String FILE = "reasons.properties";
    private static final Properties TEXTS = read();

    private ReasonTexts() {}

    /** A clause that can end a sentence; nothing for a code that only a newer version knows. */
    static Optional<String> of(String code) {
        return Optional.ofNullable(TEXTS.getProperty(code));
    }

    private static Properties read() {
        try (InputStream file = Objects.requireNonNull(ReasonTexts.class.getResourceAsStream(FILE), FILE)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
