package io.latchkey.local.stack;

import io.latchkey.local.process.Ending;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PidFile;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Stops what runs, in the reverse order of starting. */
public record Stopping(Stack stack, PrintStream out, Duration patience) {

    /** Asks each process to end and kills it if it does not; a stranger's process is never touched. */
    public void run() {
        for (List<Member> stage : stack.stages().reversed()) {
            stage.parallelStream().forEach(this::stop);
        }
    }

    private void stop(Member member) {
        PidFile file = stack.data().pidFile(member.name());
        file.running().ifPresentOrElse(process -> end(member, process), () -> say(member, "was down"));
        file.delete();
    }

    private void end(Member member, ProcessHandle process) {
        boolean willing = Ending.of(process, member.stopSignal(), patience);
        say(member, willing ? "stopped" : "did not stop within " + patience.toSeconds() + " s and was killed");
    }

    private void say(Member member, String what) {
        out.printf("  %-17s %s%n", member.name(), what);
    }
}
