package io.latchkey.system.bench;

/**
 * A handset's own memory took a token.
 *
 * @param deviceId the handset
 * @param revision the token's
 * @param stage the stage
 * @param amountDue what its screen says is due, in minor units
 * @param atMicros after the save came back, in microseconds since 1970 on the system clock
 */
record Applied(String deviceId, long revision, String stage, long amountDue, long atMicros) {

    static Applied parse(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("a line must have 5 fields but was '" + line + "'");
        }
        return new Applied(
                fields[0], Long.parseLong(fields[1]), fields[2], Long.parseLong(fields[3]), Long.parseLong(fields[4]));
    }
}
