package io.latchkey.decision.app;

import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.PaymentMatched;
import io.latchkey.decision.domain.LoanEvent.Rebuilt;
import io.latchkey.decision.domain.Memory;
import io.latchkey.decision.domain.Reason;
import io.latchkey.decision.domain.notice.OrderedNotice.Purpose;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.Event;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerEvent;
import io.latchkey.events.Topic;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One rebuild: the topics in the order in which each builds on those before, and what must be known from one to the next. */
final class Reading {

    private static final Logger LOG = Logger.getLogger(Reading.class);
    private static final int PAGE = 500;
    private static final Set<Reason> MATCHES_NOTHING =
            Set.of(Reason.NOT_PARKED, Reason.NOT_ACTIVATED_YET, Reason.OTHER_CURRENCY);

    private final Loans loans;
    private final ReadPartners readPartners;
    private final Archive archive;
    private final RebuildStore store;
    private final SystemClock systemClock;
    private final Map<Source, Long> marks = new HashMap<>();
    private final Set<String> refusedRequests = new HashSet<>();
    private final PlacesUsed places = new PlacesUsed();
    private final EarlyDecisions early = new EarlyDecisions();

    /** Never before the last decision on record, which another clock may have dated. */
    private Instant now;

    Reading(
            Loans loans,
            ReadPartners readPartners,
            Archive archive,
            RebuildStore store,
            Instant now,
            SystemClock systemClock) {
        this.loans = loans;
        this.readPartners = readPartners;
        this.archive = archive;
        this.store = store;
        this.now = now;
        this.systemClock = systemClock;
    }

    void all() {
        said(Topic.PARTNERS, this::partners);
        happened(Topic.INSTALLMENT_EVENTS);
        happened(Topic.DEVICE_REPORTS);
        readReportsAgain();
        said(Topic.BORROWER_NOTICES, facts -> restore(events(facts, NoticeOrdered.class)));
        said(Topic.LOAN_DECISIONS, this::decided);
        recallTheRest();
        happened(Topic.SUPPORT_REQUESTS);
        happened(Topic.NOTICE_RECEIPTS);
        said(Topic.LOCK_INTENTS, facts -> store.told(events(facts, LockIntent.class)));
        store.govern();
        settle();
        store.complete(marks, places.hours());
    }

    private Map<Source, Long> said(Topic topic, Consumer<List<Inbound.Fact>> take) {
        long[] records = {0};
        Map<Source, Long> ends = archive.said(topic, facts -> {
            take.accept(facts);
            records[0] += facts.size();
        });
        LOG.infof("Read topic=%s records=%d", topic.topicName(), records[0]);
        return ends;
    }

    private void happened(Topic topic) {
        long[] events = {0};
        marks.putAll(archive.happened(topic, batch -> {
            takeUp(batch);
            events[0] += batch.events().size();
        }));
        LOG.infof("Read topic=%s events=%d", topic.topicName(), events[0]);
    }

    /**
     * A proof and a sign of tampering are no facts of their own: whose they are is decided when they come. Those that the lost
     * database may not have heard are heard by the service when it starts.
     */
    private void readReportsAgain() {
        Map<Source, Long> taken = archive.taken(Topic.DEVICE_REPORTS);
        if (taken.isEmpty()) {
            LOG.warn("Nobody knows which reports of handsets were heard: none is heard again");
        }
        taken.forEach((source, next) -> marks.computeIfPresent(source, (known, end) -> Math.min(next, end)));
    }

    private void partners(List<Inbound.Fact> facts) {
        Map<Source, Long> next = new HashMap<>();
        List<Incoming<PartnerEvent>> events = new ArrayList<>();
        for (Inbound.Fact fact : facts) {
            Source source = new Source(fact.origin().topic(), fact.origin().partition());
            next.merge(source, fact.origin().offset() + 1, Math::max);
            Cause cause = new Cause(fact.meta().id(), fact.meta().traceparent(), systemClock.now());
            events.add(new Incoming<>(source, fact.origin().offset(), cause, (PartnerEvent) fact.event()));
        }
        readPartners.on(new Batch<>(events, next)).await().indefinitely();
    }

    /** What the domain refuses now it refused then too, and it lies among the dead letters. */
    private void takeUp(Batch<LoanEvent> batch) {
        List<LoanEvent> events = batch.events().stream()
                .filter(one -> !(one.event() instanceof PaymentMatched)
                        || !refusedRequests.contains(one.cause().eventId()))
                .map(Incoming::event)
                .toList();
        inTransaction(Reach.of(events), (transaction, docket) -> {
            for (LoanEvent event : events) {
                try {
                    docket.takeUp(event, now);
                } catch (IllegalArgumentException | IllegalStateException | ArithmeticException refused) {
                    LOG.debugf("Refused as before loanId=%s cause=%s", event.loanId(), refused.getMessage());
                }
            }
            // A release that is not on record is one more thing that was never published.
            return DecideBatch.releases(transaction, batch.approvals(), now)
                    .chain(releases -> transaction.keep(
                            docket, releases, batch.intake(Map.of()).onlyReceived(), now))
                    .chain(() -> transaction.complete(batch.watermarks()));
        });
    }

    private void restore(List<NoticeOrdered> notices) {
        inTransaction(reach(notices.stream().map(NoticeOrdered::loanId).toList()), (transaction, docket) -> {
            for (NoticeOrdered notice : notices) {
                Loan loan = docket.loan(notice.loanId(), notice.partnerId());
                if (loan instanceof Contract contract && !contract.notices().knows(notice.noticeId())) {
                    Purpose purpose = new Purpose(notice.kind(), notice.about(), notice.step());
                    docket.restore(
                            contract.with(contract.notices().with(notice.noticeId(), purpose, notice.orderedAt())),
                            Optional.empty());
                }
            }
            return transaction.keep(docket, List.of(), Intake.NONE, now);
        });
    }

    private void decided(List<Inbound.Fact> facts) {
        List<LoanDecision> decisions = events(facts, LoanDecision.class);
        inTransaction(reach(decisions.stream().map(LoanDecision::loanId).toList()), (transaction, docket) -> {
            decisions.forEach(decision -> recallInOrder(decision, docket));
            return transaction.keep(docket, List.of(), Intake.NONE, now);
        });
        store.date(decisions);
        for (Inbound.Fact fact : facts) {
            if (fact.event() instanceof LoanDecision.LoanRefused refused
                    && MATCHES_NOTHING.stream().anyMatch(reason -> reason.code().equals(refused.reason()))) {
                fact.meta().causationId().ifPresent(refusedRequests::add);
            }
        }
        List<FleetDecision> ofFleets = events(facts, FleetDecision.class);
        places.note(ofFleets);
        store.note(ofFleets);
    }

    private void recallInOrder(LoanDecision decision, Docket docket) {
        long known = docket.loan(decision.loanId(), decision.partnerId()).decisions();
        early.after(decision, known).forEach(next -> recall(next, docket));
    }

    private void recallTheRest() {
        List<LoanDecision> rest = early.rest();
        inTransaction(reach(rest.stream().map(LoanDecision::loanId).toList()), (transaction, docket) -> {
            rest.forEach(decision -> recall(decision, docket));
            return transaction.keep(docket, List.of(), Intake.NONE, now);
        });
    }

    private void recall(LoanDecision decision, Docket docket) {
        Loan loan = docket.loan(decision.loanId(), decision.partnerId());
        Memory before = docket.memory(loan);
        Memory then = Memories.after(before, decision);
        docket.restore(then.in(loan, decision.number()), then.batchId());
        places.note(decision.partnerId(), before, then, decision.decidedAt());
        now = decision.decidedAt().isAfter(now) ? decision.decidedAt() : now;
    }

    private void settle() {
        List<Rebuilt> page = store.contracts(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            List<Rebuilt> loansOfPage = page;
            inTransaction(reach(page.stream().map(Rebuilt::loanId).toList()), (transaction, docket) -> {
                List<OutgoingEvent> words = new ArrayList<>();
                for (Rebuilt loan : loansOfPage) {
                    Cause cause = new Cause(loan.loanId() + "@rebuild", TraceParent.root(), systemClock.now());
                    docket.settle(loan, now).ifPresent(verdict -> words.addAll(Announcements.of(verdict, cause, now)));
                }
                return transaction.keep(docket, words, Intake.NONE, now);
            });
            page = store.contracts(Optional.of(page.getLast().loanId()), PAGE);
        }
    }

    private <T> void inTransaction(Reach reach, BiFunction<Loans.Transaction, Docket, Uni<T>> work) {
        loans.inTransaction(
                        transaction -> transaction.open(reach, now).chain(docket -> work.apply(transaction, docket)))
                .await()
                .indefinitely();
    }

    private static Reach reach(List<LoanId> loanIds) {
        return new Reach(loanIds.stream().collect(toSet()), Set.of(), Set.of(), Set.of());
    }

    private static <E extends Event> List<E> events(List<Inbound.Fact> facts, Class<E> kind) {
        return facts.stream()
                .map(Inbound.Fact::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
