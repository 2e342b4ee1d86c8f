package io.latchkey.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Reads a letter as it comes over the wire (RFC 5322, MIME). */
final class LetterReader {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private LetterReader() {}

    /**
     * Reads a letter.
     *
     * @param from of the envelope
     * @param to of the envelope
     * @return makes the letter with its number
     * @throws IOException if it is no letter
     */
    static Function<String, Letter> read(String from, List<String> to, Instant receivedAt, InputStream wire)
            throws IOException {
        try {
            MimeMessage message = new MimeMessage(NO_SESSION, wire);
            String subject = Optional.ofNullable(message.getSubject()).orElse("");
            String messageId = Optional.ofNullable(message.getMessageID()).orElse("");
            String text = find(message, "text/plain").orElse("");
            String html = find(message, "text/html").orElse("");
            return id -> new Letter(id, receivedAt.toString(), from, to, subject, messageId, text, html);
        } catch (MessagingException e) {
            throw new IOException("the letter cannot be read", e);
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
