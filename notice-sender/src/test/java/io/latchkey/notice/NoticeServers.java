package io.latchkey.notice;

import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalMail;
import io.latchkey.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real Kafka, PostgreSQL and mail server for the service under test. */
public class NoticeServers implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;
    private LocalPostgres postgres;
    private MailServer mail;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("notice");
            kafka = LocalKafka.start(folder.resolve("kafka"));
            postgres = LocalPostgres.start(folder.resolve("postgres"));
            mail = new MailServer(folder.resolve("mail"));
            return Map.of(
                    "kafka.bootstrap.servers",
                    kafka.bootstrapServers(),
                    "quarkus.datasource.reactive.url",
                    postgres.reactiveUrl("notice_sender"),
                    "quarkus.datasource.jdbc.url",
                    postgres.jdbcUrl("notice_sender"),
                    "quarkus.datasource.password",
                    postgres.password(),
                    "quarkus.mailer.port",
                    Integer.toString(mail.smtpPort()),
                    "latchkey.contact-keys",
                    "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                    "latchkey.operator-token",
                    "for-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mail, new TestInjector.AnnotatedAndMatchesType(InjectMail.class, MailServer.class));
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.down();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }

    /** Marks the field that gets the mail server. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface InjectMail {}

    /** A mail server that can be away for a while. */
    static final class MailServer {

        private final Path folder;
        private LocalMail server;

        MailServer(Path folder) {
            this.folder = folder;
            this.server = LocalMail.start(folder);
        }

        int smtpPort() {
            return server.smtpPort();
        }

        String messages() {
            return server.messages().toString();
        }

        void down() {
            server.kill();
        }

        void up() {
            server = LocalMail.start(folder, server.smtpPort(), server.pagePort());
        }
    }
}
