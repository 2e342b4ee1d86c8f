package io.latchkey.events.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Feeds a parameterized test the seeds 1 to {@code value}, so that a property runs on as many random histories; the
 * failing test's name shows its seed. {@code -Dlatchkey.seed=42} runs one seed alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(RandomSeeds.Seeds.class)
public @interface RandomSeeds {

    /**
     * How many seeds.
     *
     * @return a positive number
     */
    int value();

    /** Provides the seeds. */
    final class Seeds implements ArgumentsProvider, AnnotationConsumer<RandomSeeds> {

        private int count;

        @Override
        public void accept(RandomSeeds annotation) {
            count = annotation.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Long only = Long.getLong("latchkey.seed");
            return (only == null ? LongStream.rangeClosed(1, count) : LongStream.of(only)).mapToObj(Arguments::of);
        }
    }
}
