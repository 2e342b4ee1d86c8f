package io.latchkey.gateway.mqtt;

import io.latchkey.gateway.GatewayConfig;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Sockets that show the gateway's certificate and trust our root alone. */
final class MutualTls {

    private MutualTls() {}

    static SSLSocketFactory sockets(GatewayConfig.Pki pki) {
        char[] password = pki.password().toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(
                    KeyStore.getInstance(
                            pki.directory().resolve("gateway-client.p12").toFile(), password),
                    password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(pki.directory().resolve("trust.p12").toFile(), password));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new NoDelaySockets(context.getSocketFactory());
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerUnavailableException(
                    "The gateway's own certificate in " + pki.directory()
                            + " cannot be read; look at the folder and at LATCHKEY_PKI_PASSWORD.",
                    e);
        }
    }
}
