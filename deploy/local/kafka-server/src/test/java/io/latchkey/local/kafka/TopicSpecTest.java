package io.latchkey.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSpecTest {

    @Test
    void keepsTheRecordsOfAnAuditTrailForEver() {
        var topic = TopicSpec.parse("loan-decisions:6:keep").newTopic();

        assertThat(topic.numPartitions()).isEqualTo(6);
        assertThat(topic.configs()).containsEntry("retention.ms", "-1").containsEntry("cleanup.policy", "delete");
    }

    @Test
    void compactsWhereOnlyTheNewestCounts() {
        assertThat(TopicSpec.parse("local-clock:1:compact").newTopic().configs())
                .containsEntry("cleanup.policy", "compact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "name:6", "name:0:keep", "name:6:delete", "na me:6:keep", "name:-1:keep"})
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicSpec.parse(text))
                .withMessageContaining(text);
    }
}
