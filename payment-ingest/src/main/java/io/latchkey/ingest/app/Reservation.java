package io.latchkey.ingest.app;

import io.latchkey.ingest.domain.Content;

/**
 * The promise that an event will be published under its keys and no other event ever will.
 *
 * @param event what is to be published
 * @param content what a repetition must say again
 * @param done whether Kafka is known to have it
 */
public record Reservation(AcceptedEvent event, Content content, boolean done) {}
