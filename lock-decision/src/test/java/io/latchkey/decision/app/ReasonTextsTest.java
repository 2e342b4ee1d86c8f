package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.domain.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextsTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonSaysWhatItMeansAsAClauseThatCanEndASentence(Reason reason) {
        assertThat(ReasonTexts.of(reason.code()))
                .as("reasons.properties lacks " + reason.code())
                .hasValueSatisfying(text -> assertThat(text).matches("[a-z].*[a-z]"));
    }
}
