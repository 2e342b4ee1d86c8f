package io.latchkey.ingest.app;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.latchkey.ingest.domain.RemittanceRule.AccountFinder;
import java.util.Optional;

/**
 * Finds an account number in what a payer wrote, in linear time whatever that is.
 *
 * @param compiled a pattern of RE2; its first group, or all that it matches, is the number
 */
public record AccountPattern(Pattern compiled) implements AccountFinder {

    /**
     * Reads a pattern.
     *
     * @param text in RE2's syntax
     * @return the pattern
     * @throws IllegalArgumentException if it is none; the message says what an author does not know
     */
    public static AccountPattern of(String text) {
        try {
            return new AccountPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("must be a pattern of RE2: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<String> find(String text) {
        Matcher matcher = compiled.matcher(text);
        return matcher.find()
                ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                : Optional.empty();
    }

    @Override
    public Optional<String> pattern() {
        return Optional.of(compiled.pattern());
    }
}
