package io.latchkey.events.policy;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a policy document. Whoever reads it gets a value, or nothing and the fault is noted; so all that is wrong is
 * found in one reading. A place below a missing one has no faults.
 */
final class Place {

    private final @Nullable JsonNode node;
    private final String pointer;
    private final List<PolicyFault> faults;

    private Place(@Nullable JsonNode node, String pointer, List<PolicyFault> faults) {
        this.node = node == null || node.isNull() ? null : node;
        this.pointer = pointer;
        this.faults = faults;
    }

    static Place root(JsonNode document, List<PolicyFault> faults) {
        return new Place(document, "", faults);
    }

    Place child(String name) {
        return new Place(node == null ? null : node.get(name), pointer + "/" + escaped(name), faults);
    }

    /** The text that stands here, if one does; no fault if not. */
    Optional<String> textIfAny() {
        return Optional.ofNullable(node).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    boolean isAbsent() {
        return node == null;
    }

    /** Demands an object that has no other fields than these. */
    Place object(String... fields) {
        if (node == null || !node.isObject()) {
            refuse("write an object");
            return new Place(null, pointer, new ArrayList<>());
        }
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(fields));
        unknown.forEach(name -> child(name).complain(FaultCode.UNKNOWN_FIELD, "take it out; no such field is known"));
        return this;
    }

    List<Place> elements(int least, int most) {
        if (node == null || !node.isArray()) {
            refuse("write an array");
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            complain(FaultCode.OUT_OF_RANGE, "give " + least + " to " + most + " elements");
            return List.of();
        }
        JsonNode array = node;
        return IntStream.range(0, array.size())
                .mapToObj(i -> new Place(array.get(i), pointer + "/" + i, faults))
                .toList();
    }

    Optional<Long> wholeNumber(long least, long most) {
        if (node == null || !node.isIntegralNumber()) {
            return refuse("write a whole number, without quotes, point or exponent");
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            return outside(least + " to " + most);
        }
        return Optional.of(node.longValue());
    }

    Optional<Integer> smallNumber(int least, int most) {
        return wholeNumber(least, most).map(Math::toIntExact);
    }

    Optional<Double> number(double least, double most) {
        if (node == null || !node.isNumber()) {
            return refuse("write a number, without quotes");
        }
        if (!(node.doubleValue() >= least && node.doubleValue() <= most)) {
            return outside(least + " to " + most);
        }
        return Optional.of(node.doubleValue());
    }

    Optional<Duration> duration(Duration least, Duration most) {
        Optional<Duration> value = text(Duration::parse, "a length of time as in ISO 8601, for example PT24H");
        if (value.filter(length -> length.compareTo(least) < 0 || length.compareTo(most) > 0)
                .isPresent()) {
            return outside(least + " to " + most);
        }
        return value;
    }

    Optional<String> matching(String pattern, String expected) {
        Optional<String> value = text(Function.identity(), expected);
        if (value.filter(one -> !one.matches(pattern)).isPresent()) {
            return complain(FaultCode.MALFORMED, "write " + expected);
        }
        return value;
    }

    /** Reads a text; what the parser throws for a wrong one becomes a fault. */
    <T> Optional<T> text(Function<String, T> parser, String expected) {
        if (node == null || !node.isTextual()) {
            return refuse("write " + expected);
        }
        try {
            return Optional.of(parser.apply(node.textValue()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return complain(FaultCode.MALFORMED, "write " + expected);
        }
    }

    /** Reads one of the known names. */
    <T> Optional<T> oneOf(List<T> known, Function<T, String> name) {
        if (node == null || !node.isTextual()) {
            return refuse("write a name as a string");
        }
        Optional<T> found = known.stream()
                .filter(one -> name.apply(one).equals(node.textValue()))
                .findFirst();
        if (found.isEmpty()) {
            String shown =
                    node.textValue().substring(0, Math.min(40, node.textValue().length()));
            return complain(
                    FaultCode.UNKNOWN_NAME,
                    "'" + shown + "' is not known; name one of "
                            + known.stream().map(name).collect(joining(", ")));
        }
        return found;
    }

    /** Notes elements that stand twice in a list. */
    static <T> void demandDistinct(List<Place> places, List<Optional<T>> values) {
        for (int i = 0; i < Math.min(places.size(), values.size()); i++) {
            if (values.get(i).isPresent() && values.indexOf(values.get(i)) < i) {
                places.get(i).complain(FaultCode.REPEATED, "take it out; it is named twice");
            }
        }
    }

    private <T> Optional<T> outside(String range) {
        return complain(FaultCode.OUT_OF_RANGE, "choose a value from " + range);
    }

    private <T> Optional<T> refuse(String fix) {
        return node == null ? complain(FaultCode.MISSING, "is missing; " + fix) : complain(FaultCode.MALFORMED, fix);
    }

    <T> Optional<T> complain(FaultCode code, String sentence) {
        return complain(code, Optional.empty(), sentence);
    }

    <T> Optional<T> complain(FaultCode code, Optional<String> clause, String sentence) {
        faults.add(new PolicyFault(pointer, code, clause, sentence));
        return Optional.empty();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
