package io.latchkey.events.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.latchkey.events.EventJson;
import io.latchkey.events.policy.PackRule.NeverTaken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every version of every country's pack. A new law is a new version with its own date; a version that was published is
 * never changed, so that a decision of the past can be explained by the law of its day.
 */
public final class Packs {

    /** The country of the careful default, which holds wherever and whenever nothing else does. */
    public static final String CAREFUL_DEFAULT = "ZZ";

    private static final List<String> FILES = List.of("BR.json", "IN.json", "KE.json", "ZZ.json");
    private static final Packs SHIPPED =
            new Packs(FILES.stream().flatMap(Packs::read).toList());

    private final Map<String, List<Pack>> byCountry = new TreeMap<>();

    /**
     * Gathers packs.
     *
     * @param packs all versions of all countries, the careful default among them
     * @throws IllegalArgumentException if the default is missing, or a later version does not hold from a later date
     */
    public Packs(List<Pack> packs) {
        Stream<Pack> sorted =
                packs.stream().sorted(Comparator.comparingInt(pack -> pack.id().version()));
        sorted.forEach(pack -> byCountry.merge(pack.id().country(), List.of(pack), Packs::later));
        if (!knows(CAREFUL_DEFAULT)) {
            throw new IllegalArgumentException("the careful default " + CAREFUL_DEFAULT + " must be among the packs");
        }
    }

    private static List<Pack> later(List<Pack> versions, List<Pack> next) {
        if (!next.getFirst().effectiveFrom().isAfter(versions.getLast().effectiveFrom())) {
            throw new IllegalArgumentException(
                    next.getFirst().id() + " must hold from a later date than the version before");
        }
        return Stream.concat(versions.stream(), next.stream()).toList();
    }

    /**
     * The packs that come with this library.
     *
     * @return always the same ones
     */
    public static Packs shipped() {
        return SHIPPED;
    }

    /**
     * Tells whether a country has a pack of its own.
     *
     * @param country ISO 3166-1 alpha-2
     * @return true for the careful default too
     */
    public boolean knows(String country) {
        return byCountry.containsKey(country);
    }

    /**
     * The countries that have a pack of their own.
     *
     * @return their codes by the alphabet
     */
    public List<String> countries() {
        return List.copyOf(byCountry.keySet());
    }

    /**
     * The pack that holds in a country on a day.
     *
     * @param country ISO 3166-1 alpha-2
     * @param day a local date there
     * @return the country's newest version of that day; the careful default where it has none yet, or none at all
     */
    public Pack holding(String country, LocalDate day) {
        return newest(country, day).or(() -> newest(CAREFUL_DEFAULT, day)).orElseGet(() -> versions(CAREFUL_DEFAULT)
                .getFirst());
    }

    private Optional<Pack> newest(String country, LocalDate day) {
        return versions(country).reversed().stream()
                .filter(pack -> !pack.effectiveFrom().isAfter(day))
                .findFirst();
    }

    /**
     * The next day on which another pack comes to hold in a country.
     *
     * @param country ISO 3166-1 alpha-2
     * @param day a local date there
     * @return a later date, or nothing if no change is known
     */
    public Optional<LocalDate> nextChangeAfter(String country, LocalDate day) {
        return Stream.concat(versions(country).stream(), versions(CAREFUL_DEFAULT).stream())
                .map(Pack::effectiveFrom)
                .filter(from -> from.isAfter(day))
                .filter(from -> !holding(country, from).equals(holding(country, from.minusDays(1))))
                .min(Comparator.naturalOrder());
    }

    /**
     * All versions of a country's pack.
     *
     * @param country ISO 3166-1 alpha-2
     * @return by rising date; empty if it has none
     */
    public List<Pack> versions(String country) {
        return byCountry.getOrDefault(country, List.of());
    }

    /** What nobody may ever take in a country, by the newest version of its pack. */
    Essentials essentialFunctions(String country) {
        Pack pack = versions(country).getLast();
        return pack.clauses().stream()
                .flatMap(clause -> clause.rule() instanceof NeverTaken never
                        ? Stream.of(new Essentials(pack.nameOf(clause), Set.copyOf(never.functions())))
                        : Stream.empty())
                .findFirst()
                .orElse(new Essentials(pack.id().toString(), Set.of()));
    }

    /**
     * What nobody may ever take.
     *
     * @param clause the clause that says so
     * @param names the functions as a policy would name them
     */
    record Essentials(String clause, Set<String> names) {}

    private static Stream<Pack> read(String file) {
        try (InputStream in = Packs.class.getResourceAsStream("/io/latchkey/events/packs/" + file)) {
            if (in == null) {
                throw new IllegalStateException("packs/" + file + " is not in the library");
            }
            return Arrays.stream(EventJson.mapper()
                    .readerFor(Pack[].class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in, Pack[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("packs/" + file + " is unreadable", e);
        }
    }
}
