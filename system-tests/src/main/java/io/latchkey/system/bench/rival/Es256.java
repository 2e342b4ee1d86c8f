package io.latchkey.system.bench.rival;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Objects;

/** Signatures as RFC 7518 section 3.4 has them: by Corretto for the floor, by the JDK for the plain way. */
record Es256(Provider provider, Settings settings) {

    static Es256 of(Settings settings) {
        Provider provider = settings.isFloor()
                ? AmazonCorrettoCryptoProvider.INSTANCE
                : Objects.requireNonNull(Security.getProvider("SunEC"));
        return new Es256(provider, settings);
    }

    byte[] sign(PrivateKey key, byte[] input) {
        try {
            Signature signature = signature();
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    boolean verify(PublicKey key, byte[] input, byte[] signed) {
        try {
            Signature signature = signature();
            signature.initVerify(key);
            signature.update(input);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify", e);
        }
    }

    PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(read("private.der")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the signing key", e);
        }
    }

    PublicKey publicKey() {
        try {
            return KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(read("public.der")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the public key", e);
        }
    }

    private Signature signature() throws GeneralSecurityException {
        return Signature.getInstance("SHA256withECDSAinP1363Format", provider);
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(settings.path("BENCH_WORK").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
