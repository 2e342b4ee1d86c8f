package io.latchkey.virtual.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.virtual.app.EnrollmentRefusedException;
import io.latchkey.virtual.app.GatewayUnavailableException;
import io.latchkey.virtual.app.KnownImeiException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Each failure's one answer, as problem+json. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    Answer of(RuntimeException failure) {
        return switch (failure) {
            case ProblemException e -> of(e);
            case EnrollmentRefusedException e -> passedOn(e);
            case KnownImeiException e -> problem(409, "Handset is known", e.getMessage());
            case GatewayUnavailableException e -> unavailable(e);
            default -> broken(failure);
        };
    }

    private Answer of(ProblemException e) {
        ObjectNode node = node(e.status(), e.title(), e.getMessage());
        e.violations().forEach(violation -> node.withArray("errors")
                .addObject()
                .put("pointer", violation.pointer())
                .put("detail", violation.detail()));
        Answer answer = Answer.problem(e.status(), node.toString());
        return e.allow().isEmpty() ? answer : answer.with("Allow", e.allow());
    }

    /** The gateway speaks problem+json itself; anything else, a proxy's page say, is not passed on to anybody. */
    private Answer passedOn(EnrollmentRefusedException e) {
        try {
            if (json.readTree(e.problem()).isObject()) {
                return Answer.problem(e.status(), e.problem());
            }
        } catch (JsonProcessingException notJson) {
            LOG.log(Level.FINE, "The gateway's refusal is not JSON.", notJson);
        }
        return problem(e.status(), "Enrollment refused", "The gateway gave no reason that can be read.");
    }

    private Answer unavailable(GatewayUnavailableException e) {
        LOG.log(Level.WARNING, "Enrollment failed.", e);
        return problem(503, "Gateway unavailable", e.getMessage() + "; nothing is lost, try again")
                .with("Retry-After", "5");
    }

    private Answer broken(RuntimeException e) {
        LOG.log(Level.SEVERE, "A request failed.", e);
        return problem(500, "Internal error", "The virtual handsets' log says why.");
    }

    private Answer problem(int status, String title, @Nullable String detail) {
        return Answer.problem(status, node(status, title, detail).toString());
    }

    private ObjectNode node(int status, String title, @Nullable String detail) {
        return json.createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
