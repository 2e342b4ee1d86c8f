package io.latchkey.agent.mqtt;

import io.latchkey.agent.app.AckReader;
import io.latchkey.agent.domain.Incoming.ReportsAcknowledged;
import io.latchkey.agent.json.JsonFields;
import io.latchkey.agent.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Reads {@code {"enr":1,"seqs":[4,5]}}. */
public final class JsonAckReader implements AckReader {

    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public Optional<ReportsAcknowledged> read(byte[] payload) {
        if (payload.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            JsonFields ack = JsonFields.parse(new String(payload, StandardCharsets.UTF_8));
            int enrollment = Math.toIntExact(ack.number("enr"));
            return Optional.of(new ReportsAcknowledged(enrollment, new LinkedHashSet<>(ack.numbers("seqs"))));
        } catch (MalformedJsonException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
