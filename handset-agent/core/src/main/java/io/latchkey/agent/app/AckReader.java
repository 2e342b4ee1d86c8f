package io.latchkey.agent.app;

import io.latchkey.agent.domain.Incoming.ReportsAcknowledged;
import java.util.Optional;

/** Reads what the gateway acknowledges. */
@FunctionalInterface
public interface AckReader {

    /** The acknowledgement, or nothing if the bytes are none. Never throws. */
    Optional<ReportsAcknowledged> read(byte[] payload);
}
