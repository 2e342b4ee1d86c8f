package io.latchkey.ingest.seed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.function.Function;

/** Finds an account number in what a payer wrote, in linear time whatever that is. */
record AccountPattern(Pattern pattern) implements Function<String, Optional<String>> {

    /** Its first group, or all that it matches, is the number. */
    static AccountPattern of(String text) {
        return new AccountPattern(Pattern.compile(text));
    }

    @Override
    public Optional<String> apply(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                : Optional.empty();
    }
}
