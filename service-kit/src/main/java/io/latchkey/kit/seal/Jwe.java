package io.latchkey.kit.seal;

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
public final class Jwe {

    private Jwe() {}

    /**
     * Encrypts.
     *
     * @param plain any bytes
     * @param key of 256 bits
     * @param keyId what the header says of the key; nothing if whoever reads it knows
     * @return a compact JWE
     */
    public static String encrypt(byte[] plain, SecretKey key, @Nullable String keyId) {
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

    /**
     * Reads its form; whoever sent it may have chosen the algorithm, so only ours is let in.
     *
     * @param text a compact JWE
     * @return what it is, still encrypted
     * @throws IllegalArgumentException if it is none of ours; the message holds nothing of it
     */
    public static JWEObject parse(String text) {
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

    /**
     * Decrypts.
     *
     * @param jwe of {@link #parse}
     * @param key the key that it was made with
     * @return the plain bytes
     * @throws IllegalArgumentException if another key made it, or it was changed since
     */
    public static byte[] decrypt(JWEObject jwe, SecretKey key) {
        try {
            jwe.decrypt(new DirectDecrypter(key));
            return jwe.getPayload().toBytes();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the JWE was not made with this key, or was changed since", e);
        }
    }
}
