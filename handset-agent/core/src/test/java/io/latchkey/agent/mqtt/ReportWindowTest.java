package io.latchkey.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportWindowTest {

    @Test
    void letsNoMoreReportsLeaveThanTheBrokerIsSureToAllow() {
        ReportWindow window = new ReportWindow();
        for (int i = 0; i <= ReportWindow.SIZE; i++) {
            window.add(new byte[] {(byte) i});
        }

        for (int i = 0; i < ReportWindow.SIZE; i++) {
            assertThat(window.take()).contains(new byte[] {(byte) i});
        }
        assertThat(window.take()).isEmpty();
        window.arrived();
        assertThat(window.take()).contains(new byte[] {ReportWindow.SIZE});
    }

    @Test
    void waitsLongerAfterEachFailureButNeverLongerThanTenSeconds() {
        Backoff backoff = new Backoff(new Random(1));

        assertThat(backoff.next().toMillis()).isBetween(125L, 250L);
        for (int i = 0; i < 50; i++) {
            assertThat(backoff.next().toMillis()).isBetween(250L, 10_000L);
        }
        backoff.succeeded();
        assertThat(backoff.next().toMillis()).isBetween(125L, 250L);
    }
}
