package io.latchkey.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoanKeyTest {

    private static final Contact CONTACT = new Contact(Optional.of("amina@example.org"), Optional.of("+254700000001"));

    @Test
    void opensWhatItSealed() {
        LoanKey key = LoanKey.random();

        assertThat(key.open(key.seal(CONTACT))).isEqualTo(CONTACT);
        Contact empty = new Contact(Optional.empty(), Optional.empty());
        assertThat(key.open(key.seal(empty))).isEqualTo(empty);
    }

    @Test
    void sealsAsACompactJweThatNamesNoKey() throws Exception {
        JWEObject jwe = JWEObject.parse(LoanKey.random().seal(CONTACT));

        assertThat(jwe.getHeader().getAlgorithm()).isEqualTo(JWEAlgorithm.DIR);
        assertThat(jwe.getHeader().getEncryptionMethod()).isEqualTo(EncryptionMethod.A256GCM);
        assertThat(jwe.getHeader().getKeyID()).isNull();
    }

    @Test
    void neverSealsTheSameWayTwice() {
        LoanKey key = LoanKey.random();

        assertThat(key.seal(CONTACT)).isNotEqualTo(key.seal(CONTACT));
    }

    @Test
    void opensNothingOfAnotherLoanAndNothingThatWasChanged() {
        String sealed = LoanKey.random().seal(CONTACT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoanKey.random().open(sealed))
                .withMessageNotContaining("amina");
        LoanKey key = LoanKey.random();
        String own = key.seal(CONTACT);
        char other = own.charAt(own.length() - 3) == 'A' ? 'B' : 'A';
        String changed = own.substring(0, own.length() - 3) + other + own.substring(own.length() - 2);
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(changed));
        assertThatIllegalArgumentException().isThrownBy(() -> key.open("no.jwe"));
    }

    @Test
    void takesNoAlgorithmButItsOwn() {
        // {"alg":"A256KW","enc":"A256GCM"} and {"alg":"dir","enc":"A256GCM","zip":"DEF"}
        for (String header : new String[] {
            "eyJhbGciOiJBMjU2S1ciLCJlbmMiOiJBMjU2R0NNIn0", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwiemlwIjoiREVGIn0"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LoanKey.random().open(header + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"))
                    .withMessageContaining("alg dir");
        }
    }

    @Test
    void printsNothingOfKeysAndPeople() {
        assertThat(CONTACT.toString()).doesNotContain("amina").doesNotContain("254");
        assertThat(LoanKey.random().toString()).isEqualTo("LoanKey[***]");
    }
}
