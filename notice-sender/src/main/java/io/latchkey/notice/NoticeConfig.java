package io.latchkey.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of this service beside those that all share. */
@ConfigMapping(prefix = "latchkey.notice")
public interface NoticeConfig {

    /**
     * The address that letters come from; the lender's name stands before it.
     *
     * @return an e-mail address
     */
    @WithDefault("notices@latchkey.localhost")
    String from();

    /**
     * The host in the names of messages (Message-ID).
     *
     * @return a host name of the operator's own
     */
    @WithDefault("latchkey.localhost")
    String messageHost();

    /**
     * How long the mail server may take to answer for one letter before it counts as away.
     *
     * @return a duration
     */
    @WithDefault("30s")
    Duration patience();
}
