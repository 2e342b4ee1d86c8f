package io.latchkey.local.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A letter that was caught.
 *
 * @param id its number since the start
 * @param receivedAt ISO 8601, system time
 * @param to whom the envelope named
 * @param messageId with its angle brackets; empty if the letter had none
 * @param text the text/plain part; empty if there is none
 * @param html the text/html part; empty if there is none
 */
record Letter(
        String id,
        String receivedAt,
        String from,
        List<String> to,
        String subject,
        String messageId,
        String text,
        String html) {

    Letter {
        to = List.copyOf(to);
    }

    /** What a list shows of it. */
    record Summary(String id, String receivedAt, String from, List<String> to, String subject, String messageId) {

        Summary {
            to = List.copyOf(to);
        }
    }

    Summary summary() {
        return new Summary(id, receivedAt, from, to, subject, messageId);
    }

    @JsonIgnore
    int size() {
        return subject.length() + text.length() + html.length();
    }
}
