package io.latchkey.system.story;

/** A handset did not become what the story expects. */
public class StoryFailedException extends RuntimeException {

    StoryFailedException(Narrator.Step step) {
        super(step.what() + ": expected " + step.expected() + " but the handset's store says " + step.read());
    }
}
