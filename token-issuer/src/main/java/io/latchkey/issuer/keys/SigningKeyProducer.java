package io.latchkey.issuer.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import io.latchkey.issuer.IssuerConfig;
import io.latchkey.issuer.app.KeySet;
import io.latchkey.issuer.app.TokenSigner;
import io.latchkey.kit.clock.SystemClock;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Opens the key file once, at start, so that a service without its key never runs. */
@Startup
@ApplicationScoped
class SigningKeyProducer {

    private static final Logger LOG = Logger.getLogger(SigningKeyProducer.class);

    private final ECKey key;

    SigningKeyProducer(IssuerConfig config, SystemClock clock) {
        key = new KeyFile(config.path(), config.password()).openOrMake(clock.now());
        LOG.infof("Signing key ready kid=%s", key.getKeyID());
    }

    @Produces
    @Singleton
    TokenSigner signer() throws JOSEException {
        return new Es256Signer(key);
    }

    @Produces
    @Singleton
    KeySet keySet() {
        return PublicKeySet.of(key);
    }
}
