package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.PartnerEvent;
import io.latchkey.events.Topic;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.TopicArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Builds a lost database again from what this service told everyone. Which facts were accepted and which policies are kept
 * is known again; under which {@code webhook-id} a fact came is not, so a request that is repeated is known by its fact. What
 * was reserved and never published was answered for to nobody, and comes again.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final TopicArchive topics;
    private final LostBooks books;
    private final SystemClock clock;

    /**
     * Wires the use case.
     *
     * @param topics where all stands
     * @param books where it is to stand again
     * @param clock measures it
     */
    public Rebuild(TopicArchive topics, LostBooks books, SystemClock clock) {
        this.topics = topics;
        this.books = books;
        this.clock = clock;
    }

    /** Rebuilds if the database is empty and the topics are not; to be called before anything is taken. */
    public void ifNeeded() {
        books.fillIfEmpty(pen -> {
            if (!topics.holds(Topic.PARTNERS) && !topics.holds(Topic.INSTALLMENT_EVENTS)) {
                return;
            }
            Instant begun = clock.now();
            LOG.info("The database knows nobody, the topics do: it is built again from them");
            topics.facts(
                    Topic.PARTNERS,
                    facts -> pen.announced(
                            facts.stream().map(Rebuild::announcement).toList()));
            topics.facts(Topic.INSTALLMENT_EVENTS, facts -> pen.accepted(known(facts)));
            LOG.infof(
                    "The database is built again millis=%d",
                    Duration.between(begun, clock.now()).toMillis());
        });
    }

    private static LostBooks.Announcement announcement(Inbound.Fact fact) {
        return new LostBooks.Announcement(
                fact.meta().id(), (PartnerEvent) fact.event(), fact.meta().time());
    }

    /** What this service says on its own behalf was never accepted from anybody. */
    private static List<LostBooks.Known> known(List<Inbound.Fact> facts) {
        return facts.stream()
                .filter(fact -> !CompleteFeed.isOwnWord(fact.meta().id()))
                .map(Rebuild::known)
                .toList();
    }

    /** The copy of a watermark in partition n has /n after its id. */
    private static String idOf(InstallmentEvent event, String copy) {
        return event instanceof FeedWatermark ? copy.substring(0, copy.lastIndexOf('/')) : copy;
    }

    private static LostBooks.Known known(Inbound.Fact fact) {
        InstallmentEvent event = (InstallmentEvent) fact.event();
        Fact said = WireFacts.of(event);
        AcceptedEvent accepted = new AcceptedEvent(
                idOf(event, fact.meta().id()),
                event,
                fact.meta().time(),
                fact.meta().recordedTime(),
                fact.meta().traceparent());
        return new LostBooks.Known(event.partnerId(), said.key(), accepted, said.contentAsFarAsTold());
    }
}
