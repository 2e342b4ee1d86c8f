package io.latchkey.notice;

import static io.latchkey.notice.Notices.notice;
import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;

import io.latchkey.events.Event;
import io.latchkey.events.LoanId;
import io.latchkey.events.LoanKeyWrapped;
import io.latchkey.events.NoticeReceipt;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.personal.Contact;
import io.latchkey.kit.personal.ContactKeys;
import io.latchkey.kit.personal.LoanKey;
import io.latchkey.kit.testing.TopicLog;
import io.latchkey.kit.trace.TraceParent;
import io.latchkey.notice.NoticeServers.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All that is said about one fresh loan: what is ordered, what the borrower gets, and what is proved. */
final class Correspondence {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final EventPublisher publisher;
    private final ContactKeys contactKeys;
    private final String bootstrapServers;
    private final MailServer mail;
    private final LoanId loan = new LoanId("ln_" + UUID.randomUUID().toString().replace("-", ""));
    private final String address = loan.value() + "@example.org";

    Correspondence(EventPublisher publisher, ContactKeys contactKeys, String bootstrapServers, MailServer mail) {
        this.publisher = publisher;
        this.contactKeys = contactKeys;
        this.bootstrapServers = bootstrapServers;
        this.mail = mail;
    }

    LoanId loan() {
        return loan;
    }

    String address() {
        return address;
    }

    Notices order(String number) {
        return notice().of(loan, loan + ":" + number);
    }

    String keyAndContact(String email) {
        LoanKey key = LoanKey.random();
        publishKey(key);
        return key.seal(new Contact(Optional.of(email), Optional.empty()));
    }

    void publishKey(LoanKey key) {
        publish(new LoanKeyWrapped(loan, contactKeys.wrap(key)));
    }

    void publish(Event event) {
        Instant now = Instant.now();
        EventMeta meta = new EventMeta(UUID.randomUUID().toString(), now, now, Optional.empty(), TraceParent.root());
        publisher.publish(List.of(new OutgoingEvent(event, meta))).await().indefinitely();
    }

    <R extends NoticeReceipt> R awaitReceipt(String number, Class<R> kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> receipts(loan + ":" + number).stream()
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    Optional<NoticeReceipt> receipt(String noticeId) {
        return receipts(noticeId).stream().findFirst();
    }

    private List<NoticeReceipt> receipts(String noticeId) {
        try (TopicLog log = new TopicLog(bootstrapServers, "notice-receipts")) {
            log.records();
            return log.records().stream()
                    .map(EventCodec::read)
                    .filter(Inbound.Fact.class::isInstance)
                    .map(one -> (NoticeReceipt) ((Inbound.Fact) one).event())
                    .filter(one -> one.noticeId().equals(noticeId))
                    .toList();
        }
    }

    List<Map<String, Object>> awaitLetters(int number) {
        return await().atMost(PATIENCE).until(this::letters, found -> found.size() >= number);
    }

    private List<Map<String, Object>> letters() {
        return get(mail.messages()).jsonPath().<Map<String, Object>>getList("$").stream()
                .filter(one -> one.get("to").equals(List.of(address)))
                .map(one ->
                        get(mail.messages() + "/" + one.get("id")).jsonPath().<Map<String, Object>>get("$"))
                .toList();
    }
}
