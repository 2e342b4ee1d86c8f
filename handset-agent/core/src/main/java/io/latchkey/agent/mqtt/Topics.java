package io.latchkey.agent.mqtt;

import io.latchkey.agent.domain.Enrollment;

/** The topics of one handset; the broker allows it no others. */
record Topics(String token, String ack, String report, String presence) {

    static Topics of(Enrollment self) {
        String prefix = "latchkey/v1/" + self.deviceId() + "/";
        return new Topics(prefix + "token", prefix + "ack", prefix + "report", prefix + "presence");
    }
}
