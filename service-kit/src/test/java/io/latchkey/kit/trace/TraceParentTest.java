package io.latchkey.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceParentTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aChildKeepsTheTraceAndHasASpanOfItsOwn() {
        assertThat(TraceParent.childOf(PARENT))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa0ba902b7")
                .hasSameSizeAs(PARENT);
    }

    @Test
    void aMalformedParentBeginsANewTrace() {
        assertThat(TraceParent.childOf("<script>")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
