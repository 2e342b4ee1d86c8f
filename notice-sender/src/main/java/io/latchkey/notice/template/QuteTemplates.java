package io.latchkey.notice.template;

import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.notice.app.Templates;
import io.latchkey.notice.domain.Letter;
import io.latchkey.notice.domain.Words;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** One template for each kind and language: {@code templates/<language>/<kind>.txt}. */
@ApplicationScoped
class QuteTemplates implements Templates {

    private final Engine engine;

    QuteTemplates(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Letter write(Kind kind, Words words) {
        String name = words.language().code() + "/"
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
        Template template = Optional.ofNullable(engine.getTemplate(name))
                .orElseThrow(() -> new IllegalStateException("there is no template " + name));
        return Letter.of(words.language(), template.data("words", words).render());
    }
}
