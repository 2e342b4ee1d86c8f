package io.latchkey.gateway.mqtt;

import static java.util.stream.Collectors.joining;

import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import java.util.List;

/** A message to a handset, QoS 1. */
record Publication(String topic, String payload, boolean retained) {

    static final String ROOT = "latchkey/v1/";

    static Publication of(HandsetToken token) {
        return new Publication(ROOT + token.deviceId() + "/token", token.jws(), true);
    }

    /** The seq numbers are plain digits, so the JSON needs no writer. */
    static Publication ack(HandsetName name, List<Long> seqs) {
        String json = "{\"enr\":" + name.enrollment() + ",\"seqs\":["
                + seqs.stream().map(String::valueOf).collect(joining(",")) + "]}";
        return new Publication(ROOT + name.deviceId() + "/ack", json, false);
    }
}
