package io.latchkey.local.server;

import io.latchkey.local.process.JavaCommand;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.ReadyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the mail catcher is run. */
public final class MailCatcher {

    private MailCatcher() {}

    /**
     * Describes the catcher.
     *
     * @param folder where it says that it is ready; letters it keeps in memory
     */
    public static Member member(Path jar, Path folder, PortUse smtp, PortUse page) {
        Path ready = folder.resolve("ready");
        return new Member(
                "mail",
                JavaCommand.of(
                        jar,
                        48,
                        List.of("-XX:TieredStopAtLevel=1"),
                        Integer.toString(smtp.number()),
                        Integer.toString(page.number()),
                        ready.toString()),
                Map.of(),
                List.of(smtp, page),
                List.of(jar),
                Folder.made(folder),
                new ReadyFile(ready),
                "TERM");
    }
}
