package io.latchkey.ingest.seed;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the partners come from. */
@ConfigMapping(prefix = "latchkey")
interface SeedConfig {

    /**
     * The file that names the partners, their policies, and the environment variables that hold their secrets.
     *
     * @return a path; its shape is in this module's README
     */
    Path partnersFile();
}
