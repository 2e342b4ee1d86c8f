package io.latchkey.virtual;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Who computes signatures: hundreds of handsets share this machine, and Corretto takes a tenth of the JDK's time. */
final class EcProvider {

    private static final Logger LOG = Logger.getLogger(EcProvider.class.getName());

    private EcProvider() {}

    /** Corretto's provider, or nothing where it does not run: then the JDK's own has to do. */
    static Optional<Provider> choose() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable reason = corretto.getLoadingError();
        if (reason == null) {
            return Optional.of(corretto);
        }
        LOG.log(Level.WARNING, "Signatures by the JDK, which is slower: Corretto does not run here. {0}", reason);
        return Optional.empty();
    }
}
