package io.latchkey.virtual.app;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/** The identities that survive a restart. */
public interface Identities {

    /** All that were kept. */
    List<Identity> all();

    /** Keeps one, in place of what the same handset was before; returns once it is safe from a power cut. */
    void keep(Identity identity);

    /** Whether the user left this handset switched on. */
    boolean isSwitchedOn(Identity identity);

    /** The key that a phone enrolls with while nobody has answered yet. */
    Optional<KeyPair> unansweredKey(String imei);

    /** Keeps that key; returns once it is safe from a power cut. */
    void keepUnanswered(String imei, KeyPair key);

    /** Somebody answered. */
    void answered(String imei);

    /** Remembers the switch. */
    void switchOn(Identity identity, boolean on);
}
