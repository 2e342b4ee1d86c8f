package io.latchkey.kit.personal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Compact JWE (RFC 7516) with {@code alg} {@code dir} and {@code enc} {@code A256GCM} (RFC 7518), and nothing else. */
final class Jwe {

    private Jwe() {}

    static String encrypt(byte[] plain, SecretKey key, @Nullable String keyId) {
        try {
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                    .keyID(keyId)
                    .build();
            JWEObject jwe = new JWEObject(header, new Payload(plain));
            jwe.encrypt(new DirectEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Reads its form; whoever sent it may have chosen the algorithm, so only ours is let in. */
    static JWEObject parse(String text) {
        try {
            JWEObject jwe = JWEObject.parse(text);
            JWEHeader header = jwe.getHeader();
            if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                throw new IllegalArgumentException("a JWE must be of alg dir and enc A256GCM, uncompressed");
            }
            return jwe;
        } catch (ParseException e) {
            // Without its cause, which may quote the text.
            throw new IllegalArgumentException("it is no compact JWE");
        }
    }

    static byte[] decrypt(JWEObject jwe, SecretKey key) {
        try {
            jwe.decrypt(new DirectDecrypter(key));
            return jwe.getPayload().toBytes();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the JWE was not made with this key, or was changed since", e);
        }
    }
}
