package io.latchkey.notice.mail;

import io.latchkey.notice.NoticeConfig;
import io.latchkey.notice.app.Envelope;
import io.latchkey.notice.app.Postbox;
import io.latchkey.notice.app.UnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends letters over SMTP. What a server answers often quotes the address, so no failure carries its words. */
@ApplicationScoped
class SmtpPostbox implements Postbox {

    private final ReactiveMailer mailer;
    private final NoticeConfig config;
    private final Counter postponed;

    SmtpPostbox(ReactiveMailer mailer, NoticeConfig config, MeterRegistry metrics) {
        this.mailer = mailer;
        this.config = config;
        this.postponed = metrics.counter("latchkey.letters.postponed");
    }

    @Override
    public Uni<Boolean> take(Envelope envelope) {
        if (!Addresses.isPlausible(envelope.to())) {
            return Uni.createFrom().item(false);
        }
        return mailer.send(mail(envelope))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .replaceWith(true)
                .onFailure(SmtpFailures::isForGood)
                .recoverWithItem(false)
                .onFailure()
                .invoke(() -> postponed.increment())
                .onFailure()
                .transform(failure -> new UnavailableException(SmtpFailures.inOurWords(failure)));
    }

    private Mail mail(Envelope envelope) {
        return new Mail()
                .setFrom(Addresses.named(envelope.lender(), config.from()))
                .addTo(envelope.to())
                .setSubject(envelope.letter().subject())
                .setText(envelope.letter().text())
                .setHtml(envelope.letter().html())
                .addHeader("Message-ID", envelope.messageId())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
