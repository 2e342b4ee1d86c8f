package io.latchkey.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not json",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "[1,]",
                "{\"a\":\"\n\"}",
                "// c\n{}",
                "\uFEFF{}",
                "{\"d\":{\"a\":1,\"a\":2}}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[{\"b\":\"x\\udc00\\ud800\"}]}",
                "{\"\\udfff\":1}",
                "{\"a\":\"\\uffff\"}",
                "{\"a\":\"\\ufdd0\"}"
            })
    void refusesWhatTwoReadersCouldUnderstandDifferently(String text) {
        assertThat(StrictJson.parse(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void refusesOtherEncodingsAndMalformedUtf8() {
        assertThat(StrictJson.parse("{\"a\":1}".getBytes(UTF_16))).isEmpty();
        assertThat(StrictJson.parse(new byte[] {'"', (byte) 0xc3, '"'})).isEmpty();
        assertThat(StrictJson.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
                .isEmpty();
    }

    @Test
    void refusesDeepNesting() {
        assertThat(StrictJson.parse("[".repeat(100_000).getBytes(UTF_8))).isEmpty();
        assertThat(StrictJson.parse(("[".repeat(17) + "]".repeat(17)).getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1e400}",
                "{\"a\":9223372036854775808}",
                "[]",
                "null",
                "{\"ä\":\"€\"}",
                "{\"a\":\"\\ud83d\\ude00\"}"
            })
    void takesEverythingElse(String text) {
        assertThat(StrictJson.parse(text.getBytes(UTF_8))).isPresent();
    }
}
