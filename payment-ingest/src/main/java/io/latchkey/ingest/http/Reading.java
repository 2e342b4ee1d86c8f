package io.latchkey.ingest.http;

import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.kit.http.Problem.FieldError;
import java.time.Instant;
import java.util.List;

/** What reading a webhook's body came to. */
sealed interface Reading {

    /** All is well: the fact, what is against it if it is new, and when it became so. */
    record Said(Fact fact, List<Objection> objections, Instant timestamp) implements Reading {

        public Said {
            objections = List.copyOf(objections);
        }
    }

    /** Something is wrong: all that is. */
    record Wrong(List<FieldError> errors) implements Reading {

        public Wrong {
            errors = List.copyOf(errors);
        }
    }
}
