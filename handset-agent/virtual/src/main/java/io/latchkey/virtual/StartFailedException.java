package io.latchkey.virtual;

/** The process cannot start; the message is a sentence for whoever started it. */
final class StartFailedException extends RuntimeException {

    StartFailedException(String sentence) {
        super(sentence);
    }
}
