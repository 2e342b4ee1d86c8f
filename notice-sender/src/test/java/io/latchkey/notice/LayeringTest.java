package io.latchkey.notice;

import io.latchkey.kit.testing.ServiceRings;
import org.junit.jupiter.api.Test;

class LayeringTest {

    @Test
    void dependenciesPointInward() {
        ServiceRings.check("io.latchkey.notice");
    }
}
