package io.latchkey.ingest.http;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** The webhook types that are understood. */
enum FactType {
    LOAN_ACTIVATED("loan.activated"),
    LOAN_AMENDED("loan.amended"),
    LOAN_CLOSED("loan.closed"),
    PAYMENT_RECEIVED("payment.received"),
    PAYMENT_PENDING("payment.pending"),
    PAYMENT_REVERSED("payment.reversed"),
    LOCK_REQUESTED("lock.requested"),
    UNLOCK_REQUESTED("unlock.requested"),
    REQUEST_WITHDRAWN("request.withdrawn"),
    FEED_WATERMARK("feed.watermark");

    private final String wireName;

    FactType(String wireName) {
        this.wireName = wireName;
    }

    static FactType of(String wireName) {
        return Stream.of(values())
                .filter(type -> type.wireName.equals(wireName))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such type"));
    }

    static String names() {
        return Stream.of(values()).map(type -> type.wireName).collect(joining(", "));
    }
}
