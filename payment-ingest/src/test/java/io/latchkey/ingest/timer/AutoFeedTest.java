package io.latchkey.ingest.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoFeedTest {

    /** A day begins at 21:00 in Nairobi, at 18:15 in Kathmandu. */
    @ParameterizedTest
    @CsvSource({
        "20:59:58, 20:59:59, false",
        "20:59:58, 21:00:00, true",
        "18:14:59, 18:15:00, true",
        "21:00:00, 21:00:01, false",
        "21:00:01, 21:05:00, false",
        "21:00:01, 21:05:01, true",
    })
    void speaksEveryFiveMinutesAndWhereverADayBegins(String said, String now, boolean speaks) {
        assertThat(AutoFeed.isTime(Instant.parse("2026-11-27T" + said + "Z"), Instant.parse("2026-11-27T" + now + "Z")))
                .isEqualTo(speaks);
    }
}
