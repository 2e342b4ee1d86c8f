package io.latchkey.virtual.app;

import java.util.List;

/** The identities that survive a restart. */
public interface Identities {

    /** All that were kept. */
    List<Identity> all();

    /** Keeps one, in place of what the same handset was before; returns once it is safe from a power cut. */
    void keep(Identity identity);

    /** Whether the user left this handset switched on. */
    boolean isSwitchedOn(Identity identity);

    /** Remembers the switch. */
    void switchOn(Identity identity, boolean on);
}
