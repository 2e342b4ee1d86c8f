package io.latchkey.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;

class MailCatcherIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private SMTPServer smtp;
    private HttpServer http;

    @BeforeEach
    void start() throws Exception {
        Letters letters = new Letters(10, 100_000);
        smtp = Mailbox.server(0, letters);
        smtp.start();
        http = Faces.server(0, letters);
        http.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
        http.stop(0);
    }

    @Test
    void aLetterIsShownWithBothItsParts() throws Exception {
        send("amina@example.org");

        assertThat(get("/messages")).contains("\"subject\":\"Habari – मदद\"").contains("amina@example.org");
        assertThat(get("/messages/1"))
                .contains("\"text\":\"Lipa kiasi unachodaiwa\"")
                .contains("<b>Lipa</b>")
                .contains("\"messageId\":\"<n1@example.org>\"");
        assertThat(get("/")).contains("Habari – मदद");
        assertThat(get("/letters/1")).contains("Lipa kiasi unachodaiwa").contains("&lt;b&gt;Lipa&lt;/b&gt;");
    }

    @Test
    void lettersAreForgottenWhenAsked() throws Exception {
        send("amina@example.org");

        HttpRequest delete =
                HttpRequest.newBuilder(address("/messages")).DELETE().build();
        assertThat(client.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
        assertThat(get("/messages")).isEqualTo("[]");
        assertThat(get("/messages/1")).contains("no such letter");
    }

    @Test
    void whoeverLivesNowhereIsRefused() {
        assertThatExceptionOfType(SendFailedException.class)
                .isThrownBy(() -> send("amina@refused.invalid"))
                .withStackTraceContaining("550");
        assertThatExceptionOfType(SendFailedException.class)
                .isThrownBy(() -> send("amina@later.invalid"))
                .withStackTraceContaining("451");
    }

    private void send(String to) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtp.getPortAllocated()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws jakarta.mail.MessagingException {
                setHeader("Message-ID", "<n1@example.org>");
            }
        };
        message.setFrom(new InternetAddress("notices@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("Habari – मदद", "utf-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Lipa kiasi unachodaiwa", "utf-8", "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<b>Lipa</b>", "utf-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }
}
