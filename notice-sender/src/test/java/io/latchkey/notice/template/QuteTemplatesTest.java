package io.latchkey.notice.template;

import static io.latchkey.notice.Notices.ORDERED_AT;
import static io.latchkey.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.notice.domain.Letter;
import io.latchkey.notice.domain.Words;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuteTemplatesTest {

    private final QuteTemplates templates = new QuteTemplates(Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addLocator(QuteTemplatesTest::locate)
            .build());

    static Stream<Arguments> letters() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of("en", "sw", "hi").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterSaysAllThatABorrowerMustKnow(Kind kind, String language) {
        NoticeOrdered notice = kind == Kind.PAID_OFF
                ? notice().kind(kind)
                        .locale(language)
                        .owing("KES", 0, 0, 0)
                        .withoutConsequence()
                        .build()
                : notice().kind(kind).locale(language).build();
        Words words = Words.of(notice, ORDERED_AT);

        Letter letter = templates.write(kind, words);

        assertThat(letter.subject()).isNotBlank().doesNotContain("\n", "{");
        assertThat(letter.text())
                .contains(words.amountDue(), words.lender(), "+254700000000", "https://sandbox.example/help")
                .contains(words.clauses(), words.reference(), words.dueDate(), words.notBefore(), words.consequence())
                .contains(emergencyCallsIn(language))
                .doesNotContain("{", "}", "\n\n\n", "- \n");
        assertThat(words.restrictions())
                .allSatisfy(one -> assertThat(letter.text()).contains("\n- " + one + "\n"));
        assertThat(letter.html()).contains("<ul>", "tel:+254700000000", "lang=\"" + language + "\"");
    }

    @Test
    void aLetterReadsWell() {
        Letter letter = templates.write(Kind.STEP_AHEAD, Words.of(notice().build(), ORDERED_AT));

        assertThat(letter.subject()).isEqualTo("Please pay KES 5,000.00 to Sandbox Mobile Finance");
        assertThat(letter.text()).isEqualTo("""
                Hello,

                KES 5,000.00 of your installments to Sandbox Mobile Finance is due and not yet paid.

                Your payment in figures:

                - Amount due: KES 5,000.00
                - Due since: 31 January 2027
                - Days past due: 45
                - Remaining balance of the whole loan: KES 15,000.00

                What follows if nothing changes:

                On 24 March 2027 at the earliest, your device is locked. Pay before that, and it does not happen.

                What is switched off then:

                - the camera
                - outgoing calls, but never emergency calls and calls to your lender
                - everything behind the lock screen

                What you can do, and your rights:

                - Pay KES 5,000.00 to Sandbox Mobile Finance. Your device is free again within seconds of the payment's arrival.
                - If you think this is wrong, or you cannot pay now, say so. Call +254700000000 or go to https://sandbox.example/help
                - Emergency calls always work, whatever is switched off. So do incoming calls and calls to Sandbox Mobile Finance.

                Sandbox Mobile Finance
                Phone: +254700000000
                https://sandbox.example/help

                This notice rests on: standard@1/ladder/2, ZZ@1/notices-first
                Reference: ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0:n1
                """);
    }

    @Test
    void whatIsNotThereIsNotSpokenOf() {
        Letter letter = templates.write(
                Kind.TAMPERING_SEEN,
                Words.of(
                        notice().kind(Kind.TAMPERING_SEEN)
                                .owing("KES", 0, 1_000_000, 0)
                                .withoutConsequence()
                                .build(),
                        ORDERED_AT));

        assertThat(letter.text())
                .doesNotContain("What follows", "Due since", "Days past due", "Pay KES")
                .contains("Emergency calls always work");
    }

    private static String emergencyCallsIn(String language) {
        return switch (language) {
            case "sw" -> "Simu za dharura zinafanya kazi wakati wote";
            case "hi" -> "आपातकालीन कॉल हमेशा काम करती हैं";
            default -> "Emergency calls always work";
        };
    }

    private static Optional<TemplateLocation> locate(String id) {
        return Stream.of(id, id + ".txt")
                .map(name -> QuteTemplatesTest.class.getResource("/templates/" + name))
                .filter(found -> found != null && found.getPath().endsWith(".txt"))
                .findFirst()
                .map(Located::new);
    }

    private record Located(URL file) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(file.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }
}
