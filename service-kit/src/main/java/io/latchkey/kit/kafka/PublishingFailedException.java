package io.latchkey.kit.kafka;

/** Kafka did not confirm all of the records in time. Some may be there: the same are to be sent again. */
public class PublishingFailedException extends RuntimeException {

    PublishingFailedException(int records, Throwable cause) {
        super("Kafka did not confirm all of " + records + " records", cause);
    }
}
