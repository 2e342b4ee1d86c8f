package io.latchkey.issuer;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The settings of this service beside those that all share. */
@ConfigMapping(prefix = "latchkey.key-store")
public interface IssuerConfig {

    /**
     * The PKCS#12 file that holds the signing key; made on first start.
     *
     * @return a path whose folder may be made
     */
    Path path();

    /**
     * The password that protects the file. Comes from the environment only.
     *
     * @return the password
     */
    String password();
}
