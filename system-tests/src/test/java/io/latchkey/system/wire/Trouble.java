package io.latchkey.system.wire;

/** What a network does to those who rely on it. */
public enum Trouble {
    /** Nothing comes through and nothing is refused: each side believes that the other thinks. */
    CUT,
    /** Everything comes through late, and not much at once. */
    SLOW,
    /** Every connection breaks, and each new one too. */
    RESET
}
