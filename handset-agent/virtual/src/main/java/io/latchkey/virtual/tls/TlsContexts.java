package io.latchkey.virtual.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts one root and nothing that the JDK brings along. */
public final class TlsContexts {

    /** Only for the in-memory key store, which nobody else ever sees. */
    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private final KeyStore trusted;

    /** Trusts only {@code root}. */
    public TlsContexts(X509Certificate root) {
        try {
            this.trusted = emptyStore();
            trusted.setCertificateEntry("root", root);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the trust root cannot be used", e);
        }
    }

    /** Shows no certificate: for a phone that has none yet. */
    public SSLContext anonymous() {
        try {
            return context(new KeyManager[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** Shows the handset's certificate. */
    public SSLContext identified(PrivateKey key, List<X509Certificate> chain) {
        try {
            KeyStore own = emptyStore();
            own.setKeyEntry("handset", key, IN_MEMORY, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, IN_MEMORY);
            return context(keys.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the handset's certificate cannot be used", e);
        }
    }

    private SSLContext context(KeyManager[] keys) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
