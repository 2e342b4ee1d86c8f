package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;

/** What the endpoints for operators have in common. */
final class Administration {

    static final String DEFAULT_PAGE = "50";

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_BYTES = 256 << 10;

    private Administration() {}

    static int pageSize(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ProblemException(Problem.of(400, "limit must be 1 to " + LARGEST_PAGE));
        }
        return limit;
    }

    static JsonNode document(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(413, "the body must not be larger than " + MOST_BYTES + " bytes"));
        }
        return StrictJson.parse(body).orElseThrow(() -> new ProblemException(Problem.of(400, StrictJson.EXPECTATION)));
    }

    static PartnerId id(String partnerId) {
        return PartnerIds.read(partnerId)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400,
                        "a partner's id must be at most 40 small letters, digits and single hyphens between them")));
    }

    static Partner known(Partners partners, String partnerId) {
        return PartnerIds.read(partnerId)
                .flatMap(partners::find)
                .orElseThrow(() -> new ProblemException(Problem.of(404, "there is no such partner")));
    }
}
