package io.latchkey.events.policy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.testing.RandomSeeds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Random policies, and a second opinion that reads the document alone: it walks the days of a borrower who never pays,
 * sends every notice on its first day, enters every step as soon as its notices allow, and looks at the law each morning.
 */
class LawfulOnEveryDayTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final List<String> COUNTRIES = List.of("BR", "IN", "KE", "ZZ");

    @ParameterizedTest
    @RandomSeeds(400)
    void thePackCheckAndTheDailyWalkAgree(long seed) {
        Random random = scattered(seed);
        String country = COUNTRIES.get(random.nextInt(4));
        ObjectNode document = randomDocument(random, country);
        PolicyReading reading = PolicyReading.of(document, Packs.shipped());
        if (!reading.faults().isEmpty()) {
            return;
        }
        Policy policy = reading.policy().orElseThrow();
        Pack pack = Packs.shipped().holding(country, TODAY);

        Set<String> offended = new DailyWalk(document, country).offences();

        assertThat(pack.breaches(policy).isEmpty())
                .as("check %s, walk %s, document %s", pack.breaches(policy), offended, document)
                .isEqualTo(offended.isEmpty());
    }

    @Test
    void theRandomPoliciesAreOftenLawfulAndOftenNot() {
        Map<Boolean, Long> lawful = LongStream.rangeClosed(1, 3_000)
                .mapToObj(LawfulOnEveryDayTest::scattered)
                .map(random -> randomDocument(random, "IN"))
                .filter(document -> document.get("ladder").size() > 1)
                .map(document -> PolicyReading.of(document, Packs.shipped()))
                .filter(reading -> reading.faults().isEmpty())
                .map(reading -> reading.faultsUnder(Packs.shipped().holding("IN", TODAY)))
                .collect(partitioningBy(List::isEmpty, counting()));

        assertThat(lawful).allSatisfy((kept, times) -> assertThat(times).isGreaterThan(100));
    }

    @ParameterizedTest
    @RandomSeeds(1_000)
    void aStepOfALawfulPolicyIsNeverObjectedToOnceItsDayHasCome(long seed) {
        Random random = scattered(seed);
        String country = COUNTRIES.get(random.nextInt(4));
        PolicyReading reading = PolicyReading.of(randomDocument(random, country), Packs.shipped());
        Pack pack = Packs.shipped().holding(country, TODAY);
        if (!reading.faultsUnder(pack).isEmpty()) {
            return;
        }

        for (Policy.Step step : reading.policy().orElseThrow().ladder()) {
            for (int dpd = step.dpd(); dpd < 400; dpd++) {
                assertThat(pack.objection(step, dpd)).isEmpty();
            }
            assertThat(pack.firstDayOf(step)).hasValue(step.dpd());
        }
    }

    @ParameterizedTest
    @RandomSeeds(500)
    void whateverTheDocumentAFaultNamesAPlaceInIt(long seed) {
        Random random = scattered(seed);
        String country = COUNTRIES.get(random.nextInt(4));
        ObjectNode document = randomDocument(random, country);

        for (PolicyFault fault : PolicyReading.of(document, Packs.shipped())
                .faultsUnder(Packs.shipped().holding(country, TODAY))) {
            String parent = fault.pointer().substring(0, fault.pointer().lastIndexOf('/'));
            assertThat(document.at(parent).isMissingNode()).as(fault.line()).isFalse();
        }
    }

    /** Seeds that follow each other begin with almost the same numbers; these do not. */
    private static Random scattered(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Mostly near what the packs ask for, so that a fair part passes and most miss by little. */
    private static ObjectNode randomDocument(Random random, String country) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", "random").put("version", 1).put("jurisdiction", country);
        ArrayNode ladder = document.putArray("ladder");
        int dpd = random.nextInt(4) == 0 ? 0 : -1;
        if (dpd == 0) {
            step(ladder, 0, "REMINDED");
        }
        dpd = country.equals("IN") ? nearOneOf(random, 90, 90, 93, 120) : nearOneOf(random, 4, 30, 30, 60);
        List<String> restrictions = List.of("camera", "gallery", "outgoing-calls", "outgoing-sms", "app-install");
        int taken = 1 + random.nextInt(5);
        int steps = random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            ObjectNode step = step(ladder, dpd, "RESTRICTED");
            restrictions.stream().limit(taken).forEach(((ArrayNode) step.get("restrictions"))::add);
            notices(random, step, dpd);
            taken = Math.min(5, taken + random.nextInt(2));
            dpd += 1 + random.nextInt(20);
        }
        for (int locks = random.nextInt(3); locks > 0; locks--) {
            ObjectNode step = step(ladder, dpd, "LOCKED");
            ((ArrayNode) step.get("restrictions")).add("kiosk");
            notices(random, step, dpd);
            dpd += 1 + random.nextInt(20);
        }
        if (random.nextInt(8) == 0) {
            document.putObject("lease")
                    .put("length", "PT720H")
                    .put("stage", random.nextBoolean() ? "LOCKED" : "REMINDED");
        }
        if (random.nextInt(8) == 0) {
            ObjectNode tamper = document.putArray("tamper").addObject();
            tamper.put("signal", "root").put("stage", random.nextBoolean() ? "RESTRICTED" : "REMINDED");
            ArrayNode list = tamper.putArray("restrictions");
            if (tamper.get("stage").asText().equals("RESTRICTED")) {
                list.add("camera");
            }
        }
        return document;
    }

    private static ObjectNode step(ArrayNode ladder, int dpd, String stage) {
        ObjectNode step = ladder.addObject();
        step.put("dpd", dpd).put("stage", stage).putArray("restrictions");
        return step;
    }

    private static void notices(Random random, ObjectNode step, int stepDpd) {
        ArrayNode notices = step.putArray("notices");
        int room = stepDpd;
        for (int cure : random.nextInt(4) > 0 ? List.of(7, 21) : List.of(7)) {
            int days = Math.max(0, cure + random.nextInt(4) - 1);
            int dpd = room - days - random.nextInt(2);
            if (dpd >= 0 && random.nextInt(8) > 0) {
                notices.insertObject(0).put("dpd", dpd).put("cureDays", days);
                room = random.nextInt(3) == 0 ? Math.min(stepDpd, dpd + 1) : dpd;
            }
        }
    }

    private static int nearOneOf(Random random, int... days) {
        return days[random.nextInt(days.length)] + random.nextInt(7) - 2;
    }
}
