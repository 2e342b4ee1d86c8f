package io.latchkey.agent.app;

import io.latchkey.agent.domain.Incoming.TokenReceived;
import java.util.List;

/** Judges the bytes of a token by signature and shape alone. */
public interface TokenVerifier {

    /** Never throws, whatever the bytes are. */
    TokenReceived verify(byte[] payload);

    /** The ids of the keys it trusts. */
    List<String> trustedKeyIds();
}
