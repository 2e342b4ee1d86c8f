package io.latchkey.issuer.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.latchkey.issuer.Intents;
import io.latchkey.issuer.domain.TokenClaims;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;

/**
 * Measures how many ES256 signatures one thread makes a second: by this service's signer, claims and JSON included; by
 * its provider alone; and by the JDK's. Not a test: nothing depends on what comes out; {@code deploy/bench} prints it.
 */
final class SigningSpeed {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration SPAN = Duration.ofSeconds(5);

    private SigningSpeed() {}

    /** One signature. */
    @FunctionalInterface
    private interface Work {
        void once() throws GeneralSecurityException;
    }

    public static void main(String[] arguments) throws GeneralSecurityException, JOSEException {
        KeyPair pair = SigningKeys.generate();
        Es256Signer signer = new Es256Signer(new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyIDFromThumbprint()
                .build());
        TokenClaims claims = TokenClaims.from(Intents.intent().build());
        byte[] input = signer.sign(claims).getBytes(US_ASCII);
        say("token-issuer's signer", () -> signer.sign(claims));
        say("Corretto provider alone", raw(AmazonCorrettoCryptoProvider.INSTANCE, pair, input));
        say("JDK provider alone", raw(Security.getProvider("SunEC"), pair, input));
    }

    private static Work raw(Provider provider, KeyPair pair, byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format", provider);
        return () -> {
            signature.initSign(pair.getPrivate());
            signature.update(input);
            signature.sign();
        };
    }

    private static void say(String who, Work work) throws GeneralSecurityException {
        perSecond(work, WARM_UP);
        System.out.printf("%s=%.0f%n", who, perSecond(work, SPAN));
    }

    private static double perSecond(Work work, Duration span) throws GeneralSecurityException {
        long began = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - began < span.toNanos()) {
            work.once();
            count++;
        }
        return count * 1e9 / (System.nanoTime() - began);
    }
}
