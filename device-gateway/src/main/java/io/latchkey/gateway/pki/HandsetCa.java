package io.latchkey.gateway.pki;

import io.latchkey.gateway.GatewayConfig;
import io.latchkey.gateway.app.CertificateAuthority;
import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.HandsetName;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The issuing authority, read from {@code handset-ca.p12} at start. Its key signs handsets' certificates only. */
@Startup
@ApplicationScoped
class HandsetCa implements CertificateAuthority {

    private static final String ALIAS = "handset-ca";

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    HandsetCa(GatewayConfig config) {
        Path file = config.pki().directory().resolve("handset-ca.p12");
        char[] password = config.pki().password().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password);
            if (!(store.getEntry(ALIAS, new KeyStore.PasswordProtection(password))
                    instanceof KeyStore.PrivateKeyEntry entry)) {
                throw new GeneralSecurityException("it has no private key named " + ALIAS);
            }
            key = entry.getPrivateKey();
            chain = Arrays.stream(entry.getCertificateChain())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    "The issuing authority " + file + " cannot be read; look at the file and at LATCHKEY_PKI_PASSWORD.",
                    e);
        }
    }

    @Override
    public String issue(HandsetName name, HandsetKey handsetKey, Instant now) {
        try {
            return Pem.certificate(
                    HandsetCertificate.issue(name, EcKeys.read(handsetKey.spki()), new Issuer(key, chain.get(0)), now));
        } catch (GeneralSecurityException | IOException e) {
            throw new PkiException("cannot issue a certificate for deviceId=" + name.deviceId(), e);
        }
    }

    @Override
    public List<String> chain() {
        return chain.stream().map(Pem::certificate).toList();
    }

    @Override
    public String trustRootSha256() {
        try {
            byte[] root = chain.get(chain.size() - 1).getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root));
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot hash the trust root", e);
        }
    }

    @Override
    public boolean hasIssued(X509Certificate certificate) {
        try {
            certificate.verify(chain.get(0).getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The authority's key and the certificate that vouches for it. */
    record Issuer(PrivateKey key, X509Certificate certificate) {}
}
