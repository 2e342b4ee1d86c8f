package io.latchkey.tools.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.Topic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What a user may do with dead letters. Each command ends with 0 if it was done, 1 if not, 2 if it was not understood. */
@Command(
        name = "deploy/dlq",
        synopsisSubcommandLabel = "(list | show | replay | discard)",
        description = {
            "Shows and settles dead letters: records that a service could not read or use, and put aside with the reason.",
            "A letter is named topic/partition/offset. The topics keep every letter; that it is settled stands beside it.",
            ""
        },
        footer = {"", "Each command has --help. Exit status: 0 done, 1 not done, 2 not understood."})
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the library fills the fields and looks at them
final class DlqCommand {

    private static final int LONGEST_VALUE = 4_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this text")
    private boolean help;

    @Option(
            names = "--kafka",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            defaultValue = "${env:LATCHKEY_KAFKA:-127.0.0.1:19092}",
            description = "where Kafka answers, default LATCHKEY_KAFKA, else the local stack's")
    private String kafka;

    @Command(description = "Lists letters that are open.")
    int list(
            @Option(
                            names = "--topic",
                            paramLabel = "TOPIC",
                            description = "only of this topic, for example installment-events")
                    Optional<String> topic,
            @Option(names = "--all", description = "settled ones too") boolean settledToo,
            @Option(names = "--after", paramLabel = "LETTER", description = "only those that are listed after this one")
                    Optional<String> after,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "the most that are listed, default ${DEFAULT-VALUE}")
                    int limit) {
        List<Topic> topics = topic.map(name -> List.of(topic(name))).orElseGet(() -> List.of(Topic.values()));
        Optional<LetterId> last = after.map(this::id);
        return with(box -> {
            List<Letter> all = box.letters(topics);
            List<Letter> wanted = all.stream()
                    .filter(letter -> settledToo || letter.settled().isEmpty())
                    .filter(letter ->
                            last.filter(id -> letter.id().compareTo(id) <= 0).isEmpty())
                    .toList();
            wanted.stream().limit(limit).forEach(this::line);
            if (wanted.size() > limit) {
                say("… and " + (wanted.size() - limit) + " more: --after "
                        + wanted.get(limit - 1).id());
            }
            long open =
                    all.stream().filter(letter -> letter.settled().isEmpty()).count();
            say(open + " open, " + (all.size() - open) + " settled");
            return 0;
        });
    }

    @Command(description = "Shows a letter whole: why it lies here, its headers, its value.")
    int show(@Parameters(paramLabel = "LETTER", description = "for example installment-events/3/17") String letter) {
        return with(box -> {
            Letter found = find(box, id(letter));
            line(found);
            found.record()
                    .headers()
                    .forEach(header -> say(header.key() + ": " + printable(new String(header.value(), UTF_8))));
            say("key: " + text(found.record().key()));
            say("value: " + text(found.record().value()));
            return 0;
        });
    }

    @Command(
            description = {
                "Writes letters anew where they were meant for, with the key, partition and headers that they had.",
                "For after a service was mended. What was done already has no effect twice."
            })
    int replay(
            @Parameters(paramLabel = "LETTER", arity = "1..*", description = "which letters") List<String> letters,
            @Option(names = "--again", description = "also one that is settled") boolean again) {
        List<LetterId> ids = letters.stream().map(this::id).toList();
        return with(box -> {
            List<Letter> found = ids.stream().map(id -> find(box, id)).toList();
            demandOpen(found, again);
            for (Letter letter : found) {
                var written = box.replay(letter);
                say(letter.id() + " was written anew: " + written.topic() + "/" + written.partition() + "/"
                        + written.offset());
            }
            return 0;
        });
    }

    @Command(description = "Settles letters of which nothing shall become.")
    int discard(
            @Parameters(paramLabel = "LETTER", arity = "1..*", description = "which letters") List<String> letters,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for who asks later")
                    String reason) {
        List<LetterId> ids = letters.stream().map(this::id).toList();
        return with(box -> {
            List<Letter> found = ids.stream().map(id -> find(box, id)).toList();
            demandOpen(found, false);
            found.forEach(letter -> {
                box.discard(letter, reason);
                say(letter.id() + " is discarded");
            });
            return 0;
        });
    }

    private void demandOpen(List<Letter> letters, boolean again) {
        letters.stream()
                .filter(letter -> !again && letter.settled().isPresent())
                .findFirst()
                .ifPresent(letter -> {
                    throw misused(letter.id() + " is settled already ("
                            + letter.settled().get() + "); replay --again does it anyway");
                });
    }

    private int with(ToIntFunction<LetterBox> work) {
        try (LetterBox box = new LetterBox(kafka)) {
            return work.applyAsInt(box);
        } catch (KafkaException e) {
            spec.commandLine()
                    .getErr()
                    .println("Kafka at " + kafka + " did not do it: " + e.getMessage()
                            + ". Is the stack up (deploy/status), and is the address right (--kafka)?");
            return 1;
        }
    }

    private Letter find(LetterBox box, LetterId id) {
        return box.letters(List.of(id.topic())).stream()
                .filter(letter -> letter.id().equals(id))
                .findAny()
                .orElseThrow(() -> misused("There is no letter " + id + "; deploy/dlq list names them"));
    }

    private LetterId id(String text) {
        return LetterId.of(text)
                .orElseThrow(() ->
                        misused("'" + text + "' is no letter; write topic/partition/offset, as deploy/dlq list does"));
    }

    private Topic topic(String name) {
        return LetterId.topicNamed(name)
                .orElseThrow(() -> misused("There is no topic " + name + "; there are "
                        + Stream.of(Topic.values()).map(Topic::topicName).toList()));
    }

    private ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void line(Letter letter) {
        say(String.join(
                "  ",
                letter.id().toString(),
                letter.time().toString(),
                letter.consumer(),
                printable(letter.reason())
                        + letter.settled()
                                .map(how -> "  (" + printable(how) + ")")
                                .orElse("")));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "none";
        }
        String text = printable(new String(bytes, UTF_8));
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "… (" + bytes.length + " bytes in all)";
    }

    /** What nobody can read may hold what a terminal would obey. */
    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(point -> safe.append(
                        Character.isISOControl(point) ? String.format("\\u%04x", point) : Character.toString(point)));
        return safe.toString();
    }
}
