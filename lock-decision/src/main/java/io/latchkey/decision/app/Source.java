package io.latchkey.decision.app;

/**
 * One partition that is read.
 *
 * @param topic the topic's name
 * @param partition the partition
 */
public record Source(String topic, int partition) {}
