package io.latchkey.events.policy;

import static io.latchkey.events.policy.FaultCode.ESSENTIAL_FUNCTION;
import static io.latchkey.events.policy.FaultCode.KIOSK_BELOW_LOCK;
import static io.latchkey.events.policy.FaultCode.LADDER_NOT_RISING;
import static io.latchkey.events.policy.FaultCode.MALFORMED;
import static io.latchkey.events.policy.FaultCode.NOTICE_TOO_LATE;
import static io.latchkey.events.policy.FaultCode.OUT_OF_RANGE;
import static io.latchkey.events.policy.FaultCode.REMINDER_TAKES;
import static io.latchkey.events.policy.FaultCode.REPEATED;
import static io.latchkey.events.policy.FaultCode.RESTRICTIONS_SHRINK;
import static io.latchkey.events.policy.FaultCode.RESTRICTS_NOTHING;
import static io.latchkey.events.policy.FaultCode.STAGE_FALLS;
import static io.latchkey.events.policy.FaultCode.UNKNOWN_FIELD;
import static io.latchkey.events.policy.FaultCode.UNKNOWN_NAME;
import static io.latchkey.events.policy.FaultCode.UNKNOWN_PACK;
import static io.latchkey.events.policy.FaultCode.WINDOW_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReadingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Test
    void findsAllFaultsAtOnceEachWithItsPlace() {
        assertThat(faults("""
                {"name":"Standard","version":0,"jurisdiction":"UG","color":"red",
                 "ladder":[{"dpd":30,"stage":"RESTRICTED","restrictions":["camera","camera","torch","incoming-calls"]}],
                 "window":{"weekdays":["MONDAY"],"from":"18:00","to":"08:00","holidays":["tomorrow"]},
                 "reversalNotice":"PT23H","capPercent":101,"tamper":[{"signal":"root"}],"lease":true}
                """))
                .extracting(PolicyFault::pointer, PolicyFault::code)
                .containsExactlyInAnyOrder(
                        tuple("/color", UNKNOWN_FIELD),
                        tuple("/name", MALFORMED),
                        tuple("/version", OUT_OF_RANGE),
                        tuple("/jurisdiction", UNKNOWN_PACK),
                        tuple("/ladder/0/restrictions/1", REPEATED),
                        tuple("/ladder/0/restrictions/2", UNKNOWN_NAME),
                        tuple("/ladder/0/restrictions/3", UNKNOWN_NAME),
                        tuple("/window/holidays/0", MALFORMED),
                        tuple("/window/to", WINDOW_CLOSED),
                        tuple("/reversalNotice", OUT_OF_RANGE),
                        tuple("/capPercent", OUT_OF_RANGE),
                        tuple("/tamper/0/stage", FaultCode.MISSING),
                        tuple("/tamper/0/restrictions", FaultCode.MISSING),
                        tuple("/lease", MALFORMED));
    }

    @Test
    void everyFaultSaysWhatToWriteInstead() {
        assertThat(faults(policy("ZZ", "{'dpd':30,'stage':'RESTRICTED','restrictions':['torch']}")))
                .extracting(PolicyFault::line)
                .containsExactly(
                        "at /ladder/0/restrictions/0: 'torch' is not known; name one of camera, gallery, outgoing-calls,"
                                + " outgoing-sms, app-install, kiosk (unknown-name)");
        assertThat(faults(policy("UG", "")))
                .extracting(PolicyFault::sentence)
                .containsExactly(
                        "there is no pack for UG; name one of BR, IN, KE, ZZ, of which ZZ is the careful default"
                                + " for any country");
    }

    @Test
    void namesTheClauseThatKeepsAnEssentialFunction() {
        for (String country : Packs.shipped().countries()) {
            List<PolicyFault> faults = faults(
                    policy(country, "{'dpd':90,'stage':'RESTRICTED','restrictions':['internet','emergency-calls']}"));

            assertThat(faults).hasSize(2).allSatisfy(fault -> {
                assertThat(fault.code()).isEqualTo(ESSENTIAL_FUNCTION);
                assertThat(fault.clause()).contains(country + "@1/essential-functions");
            });
        }
    }

    @Test
    void aLadderMayOnlyRise() {
        assertThat(codesOf(
                        "{'dpd':40,'stage':'LOCKED','restrictions':['kiosk']},",
                        "{'dpd':40,'stage':'LOCKED','restrictions':['kiosk']}"))
                .containsExactly("/ladder/1/dpd", LADDER_NOT_RISING);
        assertThat(codesOf(
                        "{'dpd':40,'stage':'LOCKED','restrictions':['kiosk']},",
                        "{'dpd':50,'stage':'RESTRICTED','restrictions':['camera']}"))
                .containsExactly("/ladder/1/stage", STAGE_FALLS);
        assertThat(codesOf(
                        "{'dpd':40,'stage':'RESTRICTED','restrictions':['camera','gallery']},",
                        "{'dpd':50,'stage':'RESTRICTED','restrictions':['camera','app-install']}"))
                .containsExactly("/ladder/1/restrictions", RESTRICTIONS_SHRINK);
    }

    @Test
    void stepsMayShareAStage() {
        assertThat(codesOf(
                        "{'dpd':0,'stage':'REMINDED','restrictions':[]},",
                        "{'dpd':3,'stage':'REMINDED','restrictions':[]},",
                        "{'dpd':4,'stage':'LOCKED','restrictions':['kiosk']},",
                        "{'dpd':7,'stage':'LOCKED','restrictions':['kiosk','outgoing-calls']}"))
                .isEmpty();
    }

    @Test
    void aStepTakesWhatItsStageMayTake() {
        assertThat(codesOf("{'dpd':0,'stage':'REMINDED','restrictions':['camera']}"))
                .containsExactly("/ladder/0/restrictions", REMINDER_TAKES);
        assertThat(codesOf("{'dpd':0,'stage':'RESTRICTED','restrictions':[]}"))
                .containsExactly("/ladder/0/restrictions", RESTRICTS_NOTHING);
        assertThat(codesOf("{'dpd':0,'stage':'RESTRICTED','restrictions':['kiosk']}"))
                .containsExactly("/ladder/0/restrictions", KIOSK_BELOW_LOCK);
    }

    @Test
    void theCureDaysOfANoticeAreOverWhenItsStepBegins() {
        String step = "{'dpd':30,'stage':'LOCKED','restrictions':['kiosk'],'notices':[{'dpd':10,'cureDays':%s}]}";

        assertThat(codesOf(step.formatted(20))).isEmpty();
        assertThat(codesOf(step.formatted(21))).containsExactly("/ladder/0/notices/0", NOTICE_TOO_LATE);
    }

    @Test
    void aDocumentThatIsNoObjectHasOneFault() {
        assertThat(faults("[]")).extracting(PolicyFault::line).containsExactly("at /: write an object (malformed)");
    }

    @Test
    void whatIsTooHarshIsFoundTogetherWithWhatIsWrong() {
        PolicyReading reading = reading(
                "{'name':'hasty','version':1,'jurisdiction':'ZZ','tolerance':-1,'ladder':[{'dpd':29,'stage':'RESTRICTED',"
                        + "'restrictions':['camera'],'notices':[{'dpd':1,'cureDays':7}]}]}");

        assertThat(reading.faultsUnder(Packs.shipped().holding("ZZ", TODAY)))
                .extracting(PolicyFault::pointer)
                .containsExactly("/tolerance", "/ladder/0/dpd");
    }

    /** Pointers and codes in turn, of faults of the document itself. */
    private static List<Object> codesOf(String... steps) {
        return faults(policy("KE", String.join("", steps))).stream()
                .<Object>mapMulti((fault, sink) -> {
                    sink.accept(fault.pointer());
                    sink.accept(fault.code());
                })
                .toList();
    }

    private static String policy(String country, String ladder) {
        return "{'name':'standard','version':1,'jurisdiction':'" + country + "','ladder':[" + ladder + "]}";
    }

    private static List<PolicyFault> faults(String json) {
        return reading(json).faults();
    }

    private static PolicyReading reading(String json) {
        try {
            return PolicyReading.of(new ObjectMapper().readTree(json.replace('\'', '"')), Packs.shipped());
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
