package io.latchkey.issuer.app;

/** The public keys by which handsets know a token of ours. */
public interface KeySet {

    /**
     * The key set as RFC 7517 has it.
     *
     * @return JSON without any private part
     */
    String json();
}
