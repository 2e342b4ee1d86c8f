package io.latchkey.gateway.pki;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.jca.JCAContext;
import java.security.Provider;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Who computes signatures: the Corretto provider checks some ten times faster than the JDK's own. */
record EcProvider(Optional<Provider> provider) {

    private static final Logger LOG = Logger.getLogger(EcProvider.class);

    static EcProvider choose() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        if (corretto.getLoadingError() == null) {
            return new EcProvider(Optional.of(corretto));
        }
        LOG.warnf(
                "Checking signatures by the JDK's own provider, which is slower: Corretto does not run here reason=%s",
                corretto.getLoadingError().getMessage());
        return new EcProvider(Optional.empty());
    }

    void use(JCAContext context) {
        provider.ifPresent(context::setProvider);
    }
}
