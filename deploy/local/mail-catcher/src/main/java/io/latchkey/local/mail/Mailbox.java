package io.latchkey.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The SMTP side. It takes a letter for anybody, but so that a sender's handling of refusals can be seen, nobody lives at
 * {@value #REFUSED} (550), and whoever lives at {@value #LATER} is never at home yet (451).
 */
final class Mailbox {

    static final String REFUSED = "refused.invalid";
    static final String LATER = "later.invalid";

    private static final int LARGEST_LETTER = 256 * 1024;

    private Mailbox() {}

    static SMTPServer server(int port, Letters letters) {
        return SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("mail-catcher.localhost")
                .softwareName("Latchkey mail-catcher")
                .maxMessageSize(LARGEST_LETTER)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Delivery(letters))
                .build();
    }

    /** One letter on its way in. */
    private static final class Delivery implements MessageHandler {

        private final Letters letters;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Delivery(Letters letters) {
            this.letters = letters;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            String domain = recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
            if (domain.equals(REFUSED)) {
                throw new RejectException(550, "5.1.1 No such mailbox");
            }
            if (domain.equals(LATER)) {
                throw new RejectException(451, "4.2.1 Come again later");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream wire) throws IOException {
            letters.add(LetterReader.read(sender, recipients, Instant.now(), wire));
            return "caught";
        }

        @Override
        public void done() {
            // Whatever was caught is kept already.
        }
    }
}
