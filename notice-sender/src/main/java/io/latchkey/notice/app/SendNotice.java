package io.latchkey.notice.app;

import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.personal.Contact;
import io.latchkey.kit.personal.ContactKeys;
import io.latchkey.notice.NoticeConfig;
import io.latchkey.notice.app.Outcome.Reason;
import io.latchkey.notice.domain.MessageId;
import io.latchkey.notice.domain.Words;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends a notice and proves what became of it. It keeps nothing: a notice that comes again is sent again, under the same
 * name.
 */
@ApplicationScoped
public class SendNotice {

    private static final Logger LOG = Logger.getLogger(SendNotice.class);
    private static final String COUNTER = "latchkey.notices";

    private final LoanKeys loanKeys;
    private final KeyFeed keyFeed;
    private final ContactKeys contactKeys;
    private final Templates templates;
    private final Postbox postbox;
    private final Receipts receipts;
    private final NoticeConfig config;
    private final BusinessClock business;
    private final SystemClock system;
    private final MeterRegistry metrics;

    SendNotice(
            LoanKeys loanKeys,
            KeyFeed keyFeed,
            ContactKeys contactKeys,
            Templates templates,
            Postbox postbox,
            Receipts receipts,
            NoticeConfig config,
            BusinessClock business,
            SystemClock system,
            MeterRegistry metrics) {
        this.loanKeys = loanKeys;
        this.keyFeed = keyFeed;
        this.contactKeys = contactKeys;
        this.templates = templates;
        this.postbox = postbox;
        this.receipts = receipts;
        this.config = config;
        this.business = business;
        this.system = system;
        this.metrics = metrics;
    }

    /**
     * Sends a notice.
     *
     * @param received the notice
     * @return what became of it, with its receipt safe in Kafka; fails if something is away, and then the same may be
     *     tried again
     */
    public Uni<Outcome> on(NoticeReceived received) {
        Instant seen = system.now();
        NoticeOrdered notice = received.notice();
        return notice.contact()
                .map(jwe -> keyOf(notice).chain(key -> key.map(wrapped -> open(notice, jwe, wrapped))
                        .orElseGet(() -> failed(Proof.NO_CHANNEL, Reason.ERASED))))
                .orElseGet(() -> failed(Proof.NO_CHANNEL, Reason.NO_CHANNEL))
                .call(outcome -> prove(received, outcome, seen));
    }

    /** A key that is not there may only not have been read yet; it was published before its loan. */
    private Uni<Optional<String>> keyOf(NoticeOrdered notice) {
        return loanKeys.find(notice.loanId())
                .chain(key -> key.isPresent()
                        ? Uni.createFrom().item(key)
                        : keyFeed.isReadFor(notice.loanId()).chain(read -> {
                            if (!read) {
                                throw new UnavailableException("the keys of loans are not read up to now");
                            }
                            return loanKeys.find(notice.loanId());
                        }));
    }

    private Uni<Outcome> open(NoticeOrdered notice, String jwe, String wrapped) {
        Contact contact;
        try {
            contact = contactKeys.unwrap(wrapped).open(jwe);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(new Outcome.Unreadable("the contact cannot be opened: " + e.getMessage()));
        }
        return contact.email()
                .map(address -> post(notice, address))
                .orElseGet(() -> failed(Proof.NO_CHANNEL, Reason.NO_CHANNEL));
    }

    private Uni<Outcome> post(NoticeOrdered notice, String address) {
        String messageId = nameOf(notice).header(config.messageHost());
        Words words = Words.of(notice, business.now());
        Envelope envelope = new Envelope(address, words.lender(), messageId, templates.write(notice.kind(), words));
        return postbox.take(envelope)
                .map(taken -> taken ? new Outcome.Sent(messageId) : new Outcome.Failed(Proof.EMAIL, Reason.REFUSED));
    }

    private static Uni<Outcome> failed(String channel, Reason reason) {
        return Uni.createFrom().item(new Outcome.Failed(channel, reason));
    }

    private static MessageId nameOf(NoticeOrdered notice) {
        return new MessageId(notice.noticeId(), notice.loanId(), notice.partnerId());
    }

    private Uni<Void> prove(NoticeReceived received, Outcome outcome, Instant seen) {
        MessageId name = nameOf(received.notice());
        Instant now = business.now();
        return switch (outcome) {
            case Outcome.Sent sent ->
                receipts.publish(Proof.sent(name, sent.messageId(), now, received.meta(), seen))
                        .invoke(() -> count(received, "sent"));
            case Outcome.Failed failed ->
                receipts.publish(Proof.failed(name, failed, now, received.meta(), seen))
                        .invoke(() -> count(received, failed.reason().wireName()));
            case Outcome.Unreadable unreadable -> Uni.createFrom().voidItem();
        };
    }

    private void count(NoticeReceived received, String outcome) {
        metrics.counter(COUNTER, "outcome", outcome).increment();
        LOG.infof(
                "Notice settled eventId=%s loanId=%s partner=%s kind=%s outcome=%s",
                received.meta().id(),
                received.notice().loanId(),
                received.notice().partnerId(),
                received.notice().kind(),
                outcome);
    }
}
