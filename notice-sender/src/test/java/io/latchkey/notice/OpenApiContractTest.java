package io.latchkey.notice;

import io.latchkey.kit.testing.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

    @Test
    void theDocumentIsWholeAndDescribesTheResources() {
        OpenApiContract.check("io.latchkey.notice");
    }
}
