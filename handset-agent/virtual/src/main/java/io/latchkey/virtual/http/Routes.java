package io.latchkey.virtual.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.virtual.app.Handsets;
import io.latchkey.virtual.app.VirtualHandset;
import java.time.Duration;
import java.util.Optional;

/** Which path does what. */
final class Routes {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);

    private final Handsets handsets;
    private final ObjectMapper json;
    private final HandsetJson views;
    private final Page page = new Page();

    Routes(Handsets handsets, ObjectMapper json) {
        this.handsets = handsets;
        this.json = json;
        this.views = new HandsetJson(json);
    }

    Answer answer(String method, String path, byte[] body) {
        Optional<Answer> file = page.at(path);
        if (file.isPresent()) {
            demand(method, "GET");
            return file.get();
        }
        String[] steps = path.split("/", -1);
        boolean ours = steps.length >= 2 && steps[1].equals("handsets");
        return switch (ours ? steps.length : 0) {
            case 2 -> collection(method, body);
            case 3 -> one(method, steps[2]);
            case 4 -> act(method, steps[2], steps[3]);
            default -> throw nothingThere();
        };
    }

    private Answer collection(String method, byte[] body) {
        if (method.equals("GET")) {
            return Answer.json(200, views.all(handsets.all()));
        }
        if (!method.equals("POST")) {
            throw ProblemException.wrongMethod("GET, POST");
        }
        EnrollmentBody wanted = EnrollmentBody.read(json, body);
        VirtualHandset handset = handsets.enroll(wanted.imei(), wanted.enrollmentCode(), wanted.provisioningKey());
        handset.awaitOnline(CONNECTS_WITHIN);
        return Answer.json(201, views.one(handset));
    }

    private Answer one(String method, String id) {
        demand(method, "GET");
        return Answer.json(200, views.one(known(id)));
    }

    private Answer act(String method, String id, String verb) {
        switch (verb) {
            case "online" -> {
                demand(method, "POST");
                handsets.goOnline(known(id));
                known(id).awaitOnline(CONNECTS_WITHIN);
            }
            case "offline" -> {
                demand(method, "POST");
                handsets.goOffline(known(id));
            }
            case "wipe" -> {
                demand(method, "POST");
                handsets.wipe(known(id)).awaitOnline(CONNECTS_WITHIN);
            }
            case "refresh" -> {
                demand(method, "POST");
                known(id).agent().refresh();
            }
            default -> throw nothingThere();
        }
        return Answer.json(200, views.one(known(id)));
    }

    private VirtualHandset known(String id) {
        return handsets.find(id)
                .orElseThrow(
                        () -> ProblemException.of(404, "No such handset", "No handset of that id is enrolled here."));
    }

    private static void demand(String method, String allowed) {
        if (!method.equals(allowed)) {
            throw ProblemException.wrongMethod(allowed);
        }
    }

    private static ProblemException nothingThere() {
        return ProblemException.of(404, "Not found", "There is nothing at this path.");
    }
}
