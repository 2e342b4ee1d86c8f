package io.latchkey.local.mail;

import com.sun.net.httpserver.HttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.subethamail.smtp.server.SMTPServer;

/** Runs the mail catcher until it is told to end. */
public final class MailCatcherMain {

    private static final int MOST_LETTERS = 500;
    private static final int MOST_CHARACTERS = 4_000_000;

    private MailCatcherMain() {}

    /**
     * Starts both sides, on the loopback address only.
     *
     * @param arguments port for SMTP, port for HTTP, and the file that holds the process id once both answer
     * @throws Exception if one cannot start; the process then ends with status 1
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: <smtp port> <http port> <ready file>");
        }
        Path readyFile = Path.of(arguments[2]);
        Files.deleteIfExists(readyFile);
        Letters letters = new Letters(MOST_LETTERS, MOST_CHARACTERS);
        SMTPServer smtp = Mailbox.server(Integer.parseInt(arguments[0]), letters);
        HttpServer http = Faces.server(Integer.parseInt(arguments[1]), letters);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            smtp.stop();
                            http.stop(0);
                        },
                        "mail-shutdown"));
        smtp.start();
        http.start();
        Files.writeString(readyFile, Long.toString(ProcessHandle.current().pid()));
        System.out.println(
                "Mail is caught on 127.0.0.1:" + arguments[0] + " and shown on http://127.0.0.1:" + arguments[1]);
    }
}
