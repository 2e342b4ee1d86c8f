package io.latchkey.system.story;

import java.time.Duration;
import java.util.Optional;

/** Hears what happens in a story. */
public interface Narrator {

    /**
     * A new part of the story begins.
     *
     * @param title what it is about
     */
    void chapter(String title);

    /**
     * Something is on its way that takes a moment.
     *
     * @param what what is being done
     */
    void doing(String what);

    /**
     * A step is over.
     *
     * @param step what was expected and what was read
     */
    void step(Step step);

    /**
     * One step of a story.
     *
     * @param what what was done
     * @param expected what the handset should be
     * @param read what the handset's own store says
     * @param ok whether they agree
     * @param latency from the first byte of the request to the agent's stored apply; nothing if the step began with the
     *     clock, or if the handset had nothing to apply
     */
    record Step(String what, String expected, String read, boolean ok, Optional<Duration> latency) {}
}
