package io.latchkey.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.latchkey.events.DeviceReport.TokenRefused;
import io.latchkey.events.EventJson;
import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.WrongTokens.Wrong;
import io.latchkey.system.client.HandsetView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What somebody can do to a handset who owns the broker and the gateway's certificate: nothing; and what an issuer can do
 * that signs nonsense with the right key: nothing either.
 */
@ExtendWith(StackUnderTest.class)
class WrongTokensIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stack stack;
    private final Topics topics;

    WrongTokensIT(Stack stack) {
        this.stack = stack;
        this.topics = new Topics(stack);
    }

    @Test
    void aHandsetRefusesEachKindWithItsOwnReasonStaysAsItIsAndStillObeysAGenuineOne() throws Exception {
        Sale sale = Sale.on(stack);
        // Told again after a wipe, it holds more than revision 1: of that one other contents would be no mere old
        // token.
        sale.press("wipe");
        sale.awaitRevision(2);
        HandsetView before = sale.awaitStage("REMINDED");
        String genuine = topics.tokenOf(before.deviceId(), before.revision());
        List<Wrong> wrong = WrongTokens.from(genuine, issuersKey());
        List<String> reasons = wrong.stream().map(Wrong::reason).toList();
        assertThat(reasons).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();

        try (StolenGateway gateway = StolenGateway.of(stack)) {
            for (Wrong one : wrong) {
                gateway.publishRetained(before.deviceId(), one.token().getBytes(US_ASCII));
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(refusals(before.deviceId()))
                    .extracting(TokenRefused::reason)
                    .containsExactlyElementsOf(reasons));
            assertThat(refusals(before.deviceId()))
                    .allSatisfy(
                            refused -> assertThat(refused.signed().revision()).isEqualTo(before.revision()));
            assertThat(sale.look()).isEqualTo(before);

            sale.pay();
            assertThat(sale.awaitStage("RELEASED").restrictions()).isEmpty();
        }
    }

    private List<TokenRefused> refusals(String deviceId) {
        return topics.everythingIn(Topic.DEVICE_REPORTS.topicName()).stream()
                .filter(record -> deviceId.equals(record.key())
                        && Topics.header(record, "ce_type").equals("io.latchkey.TokenRefused.v1"))
                .map(record -> EventJson.read(TokenRefused.class, record.value()))
                .sorted(Comparator.comparing(refused -> refused.signed().seq()))
                .distinct()
                .toList();
    }

    private ECKey issuersKey() throws IOException, GeneralSecurityException {
        char[] password = stack.secret("LATCHKEY_TOKEN_KEYSTORE_PASSWORD").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(stack.data().resolve("keys/token-issuer.p12"))) {
            store.load(file, password);
        }
        String alias = store.aliases().nextElement();
        ECKey.Builder key = new ECKey.Builder(
                Curve.P_256, (ECPublicKey) store.getCertificate(alias).getPublicKey());
        try {
            return key.privateKey((ECPrivateKey) store.getKey(alias, password))
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
