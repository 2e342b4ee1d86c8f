package io.latchkey.system.bench;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells whoever waits what goes on. */
record Progress(PrintStream out, String subject) {

    void say(String format, Object... values) {
        String time = LocalTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        out.println(time + "  " + subject + ": " + String.format(Locale.ROOT, format, values));
    }

    Progress of(String other) {
        return new Progress(out, other);
    }
}
