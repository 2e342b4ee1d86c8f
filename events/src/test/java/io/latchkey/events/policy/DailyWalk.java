package io.latchkey.events.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a policy document by the days alone, for a borrower who never pays: every notice is sent on its first day, every
 * step entered on its own. It shares no code with what it judges.
 */
record DailyWalk(ObjectNode document, String country) {

    Set<String> offences() {
        Set<String> offences = new TreeSet<>();
        if (!country.equals("KE")) {
            document.path("tamper").forEach(one -> note(offences, !calls(one, "REMINDED"), "tampering"));
            note(offences, document.has("lease") && !calls(document.get("lease"), "REMINDED"), "lease");
        }
        boolean restrictedBefore = false;
        boolean takenBefore = false;
        for (int today = 0; today < 500; today++) {
            ObjectNode step = stepOn(today);
            if (step == null || calls(step, "REMINDED")) {
                continue;
            }
            judge(offences, step, today, restrictedBefore, takenBefore);
            takenBefore = true;
            restrictedBefore |= calls(step, "RESTRICTED");
        }
        return offences;
    }

    private void judge(Set<String> offences, ObjectNode step, int today, boolean restricted, boolean taken) {
        boolean locks = calls(step, "LOCKED");
        switch (country) {
            case "BR" -> offences.add("taken in Brazil on day " + today);
            case "KE" -> note(offences, !told(today, 1), "no word on day " + today);
            case "ZZ" -> {
                note(offences, today < 30, "taken on day " + today);
                note(offences, !told(today, 7), "no notice of 7 days on day " + today);
                note(offences, locks && !restricted, "locked at once on day " + today);
            }
            case "IN" -> {
                note(offences, today < 90, "taken on day " + today);
                note(offences, !toldTwice(today), "no two notices on day " + today);
                note(offences, locks && !restricted, "locked at once on day " + today);
                note(offences, !taken && (locks || step.get("restrictions").size() == 5), "all at once");
            }
            default -> throw new IllegalStateException(country);
        }
    }

    /** Some notice was sent so many days ago that a borrower had at least this long. */
    private boolean told(int today, int days) {
        for (int sent = 0; sent + days <= today; sent++) {
            if (promisedOn(sent, today) >= days) {
                return true;
            }
        }
        return false;
    }

    private boolean toldTwice(int today) {
        for (int first = 60; first <= today; first++) {
            int promised = promisedOn(first, today, 21);
            for (int second = first + promised; promised >= 21 && second + 7 <= today; second++) {
                if (promisedOn(second, today) >= 7) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The longest time to pay that was promised on a day, by a notice whose days are over. */
    private int promisedOn(int sent, int today) {
        int longest = -1;
        for (JsonNode step : document.get("ladder")) {
            if (step.get("dpd").asInt() <= today) {
                for (JsonNode notice : step.path("notices")) {
                    int days = notice.get("cureDays").asInt();
                    longest = notice.get("dpd").asInt() == sent && sent + days <= today
                            ? Math.max(longest, days)
                            : longest;
                }
            }
        }
        return longest;
    }

    /** The shortest one that is at least so long. */
    private int promisedOn(int sent, int today, int least) {
        int shortest = Integer.MAX_VALUE;
        for (JsonNode step : document.get("ladder")) {
            if (step.get("dpd").asInt() <= today) {
                for (JsonNode notice : step.path("notices")) {
                    int days = notice.get("cureDays").asInt();
                    boolean fits = notice.get("dpd").asInt() == sent && days >= least && sent + days <= today;
                    shortest = fits ? Math.min(shortest, days) : shortest;
                }
            }
        }
        return shortest == Integer.MAX_VALUE ? -1 : shortest;
    }

    private @Nullable ObjectNode stepOn(int today) {
        @Nullable ObjectNode highest = null;
        for (JsonNode step : document.get("ladder")) {
            if (step.get("dpd").asInt() <= today) {
                highest = (ObjectNode) step;
            }
        }
        return highest;
    }

    private static boolean calls(JsonNode one, String stage) {
        return one.get("stage").asText().equals(stage);
    }

    private static void note(Set<String> offences, boolean offended, String what) {
        if (offended) {
            offences.add(what);
        }
    }
}
