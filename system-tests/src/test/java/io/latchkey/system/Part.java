package io.latchkey.system;

import java.util.Locale;

/** The processes of the stack, by the names of their pid files. */
enum Part {
    KAFKA,
    POSTGRES,
    MQTT,
    TOKEN_ISSUER,
    PAYMENT_INGEST,
    LOCK_DECISION,
    DEVICE_GATEWAY,
    NOTICE_SENDER,
    VIRTUAL_HANDSETS;

    String processName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
