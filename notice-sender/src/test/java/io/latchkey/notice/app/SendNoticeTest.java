package io.latchkey.notice.app;

import static io.latchkey.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.NoticeReceipt.NoticeFailed;
import io.latchkey.events.NoticeReceipt.NoticeSent;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.personal.Contact;
import io.latchkey.kit.personal.ContactKeys;
import io.latchkey.kit.personal.LoanKey;
import io.latchkey.notice.app.InMemory.Keys;
import io.latchkey.notice.app.InMemory.Post;
import io.latchkey.notice.app.InMemory.Proofs;
import io.latchkey.notice.app.Outcome.Reason;
import io.latchkey.notice.domain.Letter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendNoticeTest {

    private static final EventMeta META = new EventMeta(
            "cause-1",
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");

    private final ContactKeys contactKeys = InMemory.contactKeys();
    private final LoanKey key = LoanKey.random();
    private final String contact = key.seal(new Contact(Optional.of("amina@example.org"), Optional.empty()));
    private final Keys keys = new Keys();
    private final Post post = new Post();
    private final Proofs proofs = new Proofs();
    private final SendNotice sendNotice = new SendNotice(
            keys,
            loanId -> keys.isRead(),
            contactKeys,
            (kind, words) -> new Letter("subject", "text", "html"),
            post,
            proofs,
            InMemory.config(),
            new BusinessClock(),
            new SystemClock(),
            new SimpleMeterRegistry());

    @Test
    void sendsToTheSealedAddressAndProvesItWithItsCause() {
        keys.put(contactKeys.wrap(key));

        assertThat(send(notice().contact(contact).build())).isInstanceOf(Outcome.Sent.class);

        assertThat(post.letters).extracting(Envelope::to).containsExactly("amina@example.org");
        assertThat(proofs.published).singleElement().satisfies(proof -> {
            assertThat(((NoticeSent) proof.event()).messageId())
                    .isEqualTo(post.letters.getFirst().messageId());
            assertThat(proof.meta().causationId()).contains("cause-1");
            assertThat(proof.meta().traceparent()).startsWith("00-0123456789abcdef0123456789abcdef-");
        });
    }

    @Test
    void waitsForAKeyThatMayStillCome() {
        keys.readToTheEnd = false;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> send(notice().contact(contact).build()));
        assertThat(proofs.published).isEmpty();

        keys.put(contactKeys.wrap(key));
        assertThat(send(notice().contact(contact).build())).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void takesAKeyThatCameWhileItAsked() {
        keys.whenAsked = () -> keys.put(contactKeys.wrap(key));

        assertThat(send(notice().contact(contact).build())).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void knowsALoanAsErasedWhenNoKeyCanComeAnyMore() {
        assertThat(send(notice().contact(contact).build())).isEqualTo(new Outcome.Failed("none", Reason.ERASED));

        assertThat(((NoticeFailed) proofs.published.getFirst().event()).reason())
                .isEqualTo("erased");
        assertThat(post.letters).isEmpty();
    }

    @Test
    void asksForNoKeyWhereThereIsNoContact() {
        keys.readToTheEnd = false;

        assertThat(send(notice().build())).isEqualTo(new Outcome.Failed("none", Reason.NO_CHANNEL));
    }

    @Test
    void saysNothingOfAContactThatItCannotRead() {
        keys.put(contactKeys.wrap(LoanKey.random()));

        assertThat(send(notice().contact(contact).build())).isInstanceOf(Outcome.Unreadable.class);
        assertThat(proofs.published).isEmpty();
    }

    @Test
    void provesThatTheServerRefused() {
        keys.put(contactKeys.wrap(key));
        post.takes = false;

        assertThat(send(notice().contact(contact).build())).isEqualTo(new Outcome.Failed("email", Reason.REFUSED));
    }

    private Outcome send(NoticeOrdered notice) {
        return sendNotice.on(new NoticeReceived(notice, META)).await().indefinitely();
    }
}
