package io.latchkey.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of this service beside those that all share. */
@ConfigMapping(prefix = "latchkey")
public interface IngestConfig {

    /**
     * The file that names the partners, their policies, and the environment variables that hold their secrets.
     *
     * @return a path; its shape is in this module's README
     */
    Path partnersFile();

    /**
     * The keys that seal what partners sign with. They come from the environment only.
     *
     * @return {@code version:base64}, comma separated, 32 bytes each; the highest version seals, all open. Without them
     *     partners have only the keys of the file
     */
    Optional<String> vaultKeys();

    /**
     * How long a webhook may wait for what happens to it before it is turned away, to be sent again. Banks give it about
     * as long.
     *
     * @return a duration
     */
    @WithDefault("5s")
    Duration answerWithin();

    /**
     * How long the database may take over one statement, which may serve many webhooks, before others are tried.
     *
     * @return a duration
     */
    @WithDefault("5s")
    Duration statementPatience();

    /**
     * How long the body of a bank's report may take to come: only a few are taken in at once.
     *
     * @return a duration
     */
    @WithDefault("60s")
    Duration uploadWithin();
}
