package io.latchkey.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings that all services share. Secrets come from the environment only. */
@ConfigMapping(prefix = "latchkey")
public interface KitConfig {

    /**
     * The bearer token of administration endpoints; for the local profile. Without it nobody may call them.
     *
     * @return the token, or nothing
     */
    Optional<String> operatorToken();

    /**
     * The key under which partner and account number become a loan id. It never rotates.
     *
     * @return at least 32 bytes, base64; only services that make loan ids need it
     */
    Optional<String> loanKey();

    /**
     * The keys under which an IMEI becomes a device id.
     *
     * @return {@code version:base64}, comma separated; the highest version makes new ids
     */
    Optional<String> deviceKeys();

    /**
     * The keys that wrap the keys of loans' personal data.
     *
     * @return {@code version:base64}, comma separated, 32 bytes each; the highest version wraps, all unwrap; only services
     *     that reach borrowers need them
     */
    Optional<String> contactKeys();

    /**
     * Whether the business clock may be moved. Never set where real loans are.
     *
     * @return true on a local stack
     */
    @WithDefault("false")
    boolean localClock();

    /**
     * How long Kafka may take to confirm a record before the sending counts as failed.
     *
     * @return a duration
     */
    @WithDefault("10s")
    Duration publishTimeout();

    /**
     * How long a record waits for others that may travel with it. Zero where each send is a batch already.
     *
     * @return a duration, in whole milliseconds
     */
    @WithDefault("0s")
    Duration publishLinger();
}
