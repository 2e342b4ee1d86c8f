package io.latchkey.virtual.app;

/** A handset with this IMEI lives here already. The IMEI itself is not in the message. */
public final class KnownImeiException extends RuntimeException {

    KnownImeiException() {
        super("a virtual handset with this IMEI is enrolled already");
    }
}
