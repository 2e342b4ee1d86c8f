package io.latchkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.Topic;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.oracle.Oracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** All that can break on a stack. */
record Havocs(Stack stack, Faults faults) {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(8);

    /** Two that are short. */
    List<Havoc> few() {
        return List.of(deathOf(AT_ONCE, Part.LOCK_DECISION), deathOf(AT_ONCE, Part.KAFKA));
    }

    /** Each process alone, those that need each other together, and what is no death. */
    List<Havoc> all() {
        Stream<Havoc> alone = Stream.of(Part.values()).map(part -> deathOf(AT_ONCE, part));
        Stream<Havoc> longer = Stream.of(Part.KAFKA, Part.POSTGRES, Part.MQTT, Part.LOCK_DECISION, Part.TOKEN_ISSUER)
                .map(part -> deathOf(A_MINUTE, part));
        Stream<Havoc> pairs = Stream.of(
                deathOf(AT_ONCE, Part.KAFKA, Part.LOCK_DECISION),
                deathOf(AT_ONCE, Part.POSTGRES, Part.PAYMENT_INGEST),
                deathOf(AT_ONCE, Part.MQTT, Part.DEVICE_GATEWAY),
                deathOf(AT_ONCE, Part.TOKEN_ISSUER, Part.DEVICE_GATEWAY),
                deathOf(AT_ONCE, Part.KAFKA, Part.POSTGRES, Part.MQTT),
                deathOf(AT_ONCE, Part.values()));
        Stream<Havoc> sleeps = Stream.of(Part.KAFKA, Part.POSTGRES, Part.MQTT, Part.LOCK_DECISION, Part.DEVICE_GATEWAY)
                .map(this::sleepOf);
        Stream<Havoc> others = Stream.of(
                brokerForgets(),
                rebuildOf(Part.LOCK_DECISION),
                rebuildOf(Part.PAYMENT_INGEST),
                rebuildOf(Part.DEVICE_GATEWAY),
                rebuildOf(Part.NOTICE_SENDER),
                poison(),
                refusals(),
                fromTheBeginning(Part.TOKEN_ISSUER),
                fromTheBeginning(Part.DEVICE_GATEWAY),
                fromTheBeginning(Part.NOTICE_SENDER));
        return Stream.of(alone, longer, pairs, sleeps, others)
                .flatMap(one -> one)
                .toList();
    }

    private Havoc deathOf(Duration lasts, Part... parts) {
        List<Part> victims = List.of(parts);
        String name = "kill -9 of " + victims + (lasts.isZero() ? "" : " for " + lasts.toSeconds() + " s");
        return new Havoc(name, () -> victims.forEach(faults::kill), lasts, faults::bringBack);
    }

    private Havoc sleepOf(Part part) {
        String name = part + " stands still for " + A_MOMENT.toSeconds() + " s";
        return new Havoc(name, () -> faults.freeze(part), A_MOMENT, () -> faults.thaw(part));
    }

    private Havoc brokerForgets() {
        return new Havoc(
                "the MQTT broker loses all its data",
                () -> {
                    faults.kill(Part.MQTT);
                    delete(stack.data().resolve("mqtt"));
                },
                AT_ONCE,
                faults::bringBack);
    }

    private Havoc rebuildOf(Part service) {
        return new Havoc(
                "the database of " + service + " is built again",
                () -> stack.run("deploy/rebuild", service.processName()),
                AT_ONCE,
                () -> {});
    }

    private Havoc poison() {
        return new Havoc("poison on each topic that takes nothing from a feed", this::writePoison, AT_ONCE, () -> {});
    }

    /** What cannot be read on {@code installment-events} may be a payment, and stops escalations until it is cleared up. */
    private void writePoison() {
        Topics topics = new Topics(stack);
        Stream.of(
                        Topic.LOCK_INTENTS,
                        Topic.DEVICE_TOKENS,
                        Topic.DEVICE_REPORTS,
                        Topic.BORROWER_NOTICES,
                        Topic.NOTICE_RECEIPTS)
                .forEach(topic ->
                        topics.write(new ProducerRecord<>(topic.topicName(), "poison", Oracle.POISON.getBytes(UTF_8))));
    }

    private Havoc refusals() {
        List<ServiceDatabase> databases = Stream.of(
                        Part.PAYMENT_INGEST, Part.LOCK_DECISION, Part.DEVICE_GATEWAY, Part.NOTICE_SENDER)
                .map(part -> ServiceDatabase.of(stack, part))
                .toList();
        return new Havoc(
                "PostgreSQL refuses connections for " + A_MOMENT.toSeconds() + " s",
                () -> databases.forEach(one -> one.takesConnections(false)),
                A_MOMENT,
                () -> databases.forEach(one -> one.takesConnections(true)));
    }

    private Havoc fromTheBeginning(Part service) {
        return new Havoc(
                service + " reads from the beginning again",
                () -> {
                    faults.kill(service);
                    new Topics(stack).rewind(service.processName());
                },
                AT_ONCE,
                faults::bringBack);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
