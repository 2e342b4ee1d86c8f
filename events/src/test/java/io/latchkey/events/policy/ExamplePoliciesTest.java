package io.latchkey.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example documents that come with the library, under every pack. */
class ExamplePoliciesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    /** As Safaricom publishes it for Lipa Mdogo Mdogo: lock on day 4, outgoing calls and SMS barred from day 7. */
    private final Policy kenya = Documents.policy(Documents.example("kenya-day-4"));

    private final Policy india = Documents.policy(Documents.example("india-graduated"));

    @Test
    void theKenyanLadderIsLawfulInKenyaAlone() {
        assertThat(breaches(kenya, "KE")).isEmpty();
        assertThat(breaches(kenya, "IN"))
                .containsExactly(
                        "/ladder/1/dpd IN@1/taken-not-before",
                        "/ladder/2/dpd IN@1/taken-not-before",
                        "/ladder/1/notices IN@1/two-notices",
                        "/ladder/1/stage IN@1/graduated",
                        "/ladder/2/stage IN@1/graduated",
                        "/ladder/1/restrictions IN@1/never-all-at-once");
        assertThat(breaches(kenya, "BR"))
                .containsExactly("/ladder/1 BR@1/no-remote-lock", "/ladder/2 BR@1/no-remote-lock");
        assertThat(breaches(kenya, "ZZ"))
                .containsExactly(
                        "/ladder/1/dpd ZZ@1/taken-not-before",
                        "/ladder/2/dpd ZZ@1/taken-not-before",
                        "/ladder/1/notices ZZ@1/notice",
                        "/ladder/1/stage ZZ@1/lighter-step-first",
                        "/ladder/2/stage ZZ@1/lighter-step-first");
    }

    @Test
    void theIndianLadderIsLawfulWhereverLockingIs() {
        assertThat(breaches(india, "IN")).isEmpty();
        assertThat(breaches(india, "KE")).isEmpty();
        assertThat(breaches(india, "ZZ")).isEmpty();
        assertThat(breaches(india, "BR")).hasSize(3);
    }

    @Test
    void whatThePackDemandsStandsInTheSentence() {
        assertThat(Packs.shipped()
                        .holding("ZZ", TODAY)
                        .breaches(kenya)
                        .getFirst()
                        .line())
                .isEqualTo(
                        "at /ladder/1/dpd: begin the step on day 30 or later, for ZZ demands: nothing is taken before"
                                + " 30 days past due (harsher-than-pack ZZ@1/taken-not-before)");
    }

    @Test
    void tamperingAndSilenceArePunishedOnlyWhereThePackAllowsIt() {
        String document = Documents.full()
                .toString()
                .replace(
                        "\"tamper\":[{\"signal\":\"root\",\"stage\":\"REMINDED\",\"restrictions\":[]}]",
                        "\"tamper\":[{\"signal\":\"root\",\"stage\":\"LOCKED\",\"restrictions\":[\"kiosk\"]}]")
                .replace("\"PT720H\",\"stage\":\"REMINDED\"", "\"PT720H\",\"stage\":\"RESTRICTED\"");
        Policy harsh = Documents.policy(Documents.parse(document));

        assertThat(breaches(harsh, "ZZ"))
                .containsExactly("/tamper/0 ZZ@1/only-for-arrears", "/lease ZZ@1/only-for-arrears");
        assertThat(breaches(harsh, "IN")).contains("/tamper/0 IN@1/only-for-arrears", "/lease IN@1/only-for-arrears");
        assertThat(breaches(harsh, "BR")).contains("/tamper/0 BR@1/no-remote-lock", "/lease BR@1/no-remote-lock");
        assertThat(breaches(harsh, "KE")).isEmpty();
        assertThat(breaches(Documents.policy(Documents.full()), "ZZ")).isEmpty();
    }

    private static List<String> breaches(Policy policy, String country) {
        return Packs.shipped().holding(country, TODAY).breaches(policy).stream()
                .map(fault -> fault.pointer() + " " + fault.clause().orElseThrow())
                .toList();
    }
}
