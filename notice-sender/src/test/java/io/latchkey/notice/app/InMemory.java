package io.latchkey.notice.app;

import io.latchkey.events.LoanId;
import io.latchkey.kit.KitConfig;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.personal.ContactKeys;
import io.latchkey.notice.NoticeConfig;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ports without a server behind them. */
final class InMemory {

    private static final String CONTACT_KEYS = "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private InMemory() {}

    /** The keys that a service with no other setting would have. */
    static ContactKeys contactKeys() {
        return new ContactKeys((KitConfig) Proxy.newProxyInstance(
                KitConfig.class.getClassLoader(), new Class<?>[] {KitConfig.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("contactKeys")) {
                        return Optional.of(CONTACT_KEYS);
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    static NoticeConfig config() {
        return new NoticeConfig() {
            @Override
            public String from() {
                return "notices@example.org";
            }

            @Override
            public String messageHost() {
                return "example.org";
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(1);
            }
        };
    }

    /** One loan's key. */
    static final class Keys implements LoanKeys {

        boolean readToTheEnd = true;
        Runnable whenAsked = () -> {};
        private Optional<String> wrapped = Optional.empty();

        void put(String key) {
            wrapped = Optional.of(key);
        }

        Uni<Boolean> isRead() {
            whenAsked.run();
            return Uni.createFrom().item(readToTheEnd);
        }

        @Override
        public Uni<Optional<String>> find(LoanId loanId) {
            return Uni.createFrom().item(() -> wrapped);
        }

        @Override
        public Uni<Void> keep(List<Change> changes, Map<Integer, Long> next) {
            throw new UnsupportedOperationException("nobody keeps keys here");
        }

        @Override
        public Uni<Long> next(int partition) {
            throw new UnsupportedOperationException("nobody counts here");
        }
    }

    /** A mail server. */
    static final class Post implements Postbox {

        final List<Envelope> letters = new ArrayList<>();
        boolean takes = true;

        @Override
        public Uni<Boolean> take(Envelope envelope) {
            letters.add(envelope);
            return Uni.createFrom().item(takes);
        }
    }

    /** A topic. */
    static final class Proofs implements Receipts {

        final List<OutgoingEvent> published = new ArrayList<>();

        @Override
        public Uni<Void> publish(OutgoingEvent receipt) {
            published.add(receipt);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> tryToPublish(OutgoingEvent receipt) {
            return publish(receipt);
        }
    }
}
