package io.latchkey.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.SealedContact;
import io.latchkey.ingest.http.Reading.Said;
import io.latchkey.kit.personal.Contact;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedContactTest {

    private final FactReader reader = Bodies.reader();

    @Test
    void sealsHowToReachTheBorrowerUnderAKeyOfTheLoansOwn() {
        Fact.Activation loan = (Fact.Activation) ((Said) read(Bodies.activation())).fact();
        SealedContact contact = loan.contact().orElseThrow();

        assertThat(Bodies.contactKeys().unwrap(contact.wrappedKey()).open(contact.contact()))
                .isEqualTo(new Contact(Optional.of("asha@example.com"), Optional.of("+254711111111")));
        assertThat(((Said) read(Bodies.activation())).fact().content()).isEqualTo(loan.content());
    }

    @Test
    void makesNoKeyForNobody() {
        ObjectNode body = Bodies.activation();
        ((ObjectNode) body.at("/data/borrower")).putNull("email").remove("phone");

        assertThat(((Fact.Activation) ((Said) read(body)).fact()).contact()).isEmpty();
    }

    private Reading read(ObjectNode body) {
        return reader.read(Bodies.AROUND, body);
    }
}
