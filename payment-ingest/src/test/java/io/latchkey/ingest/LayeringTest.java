package io.latchkey.ingest;

import io.latchkey.kit.testing.ServiceRings;
import org.junit.jupiter.api.Test;

class LayeringTest {

    @Test
    void dependenciesPointInwardOnly() {
        ServiceRings.check("io.latchkey.ingest");
    }
}
