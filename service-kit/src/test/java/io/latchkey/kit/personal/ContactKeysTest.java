package io.latchkey.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JWEObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactKeysTest {

    private static final String OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NEW = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    @Test
    void unwrapsTheSameKey() {
        ContactKeys keys = with("1:" + OLD);
        LoanKey loanKey = LoanKey.random();

        assertThat(keys.unwrap(keys.wrap(loanKey)).bytes()).isEqualTo(loanKey.bytes());
    }

    @Test
    void theNewestVersionWrapsAndAllUnwrap() throws Exception {
        LoanKey loanKey = LoanKey.random();
        String wrappedBefore = with("1:" + OLD).wrap(loanKey);
        ContactKeys rotated = with("2:" + NEW + ",1:" + OLD);

        assertThat(rotated.unwrap(wrappedBefore).bytes()).isEqualTo(loanKey.bytes());
        assertThat(JWEObject.parse(rotated.wrap(loanKey)).getHeader().getKeyID())
                .isEqualTo("2");
    }

    @Test
    void aVersionThatIsGoneIsNamedAndNoFaultOfTheRecord() {
        String wrapped = with("7:" + OLD).wrap(LoanKey.random());

        assertThatIllegalStateException()
                .isThrownBy(() -> with("1:" + OLD).unwrap(wrapped))
                .withMessageContaining("version 7");
    }

    @Test
    void takesNothingThatItDidNotWrap() {
        String wrapped = with("1:" + OLD).wrap(LoanKey.random());

        assertThatIllegalArgumentException().isThrownBy(() -> with("1:" + NEW).unwrap(wrapped));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        with("1:" + OLD).unwrap(LoanKey.random().seal(new Contact(Optional.empty(), Optional.empty()))))
                .withMessageContaining("version");
    }

    @Test
    void aKeyThatIsMissingOrNotOf256BitsIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> with("").wrap(LoanKey.random()))
                .withMessageContaining("LATCHKEY_CONTACT_KEYS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("1:c2hvcnQ="))
                .withMessageContaining("latchkey.contact-keys")
                .withMessageNotContaining("c2hvcnQ");
        assertThatIllegalArgumentException().isThrownBy(() -> with(OLD)).withMessageContaining("version:base64");
    }

    private static ContactKeys with(String setting) {
        return new ContactKeys(Optional.of(setting).filter(text -> !text.isEmpty()));
    }
}
