package io.latchkey.ingest.http;

import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.http.Problem.FieldError;
import java.time.Instant;
import java.util.List;

/** What reading a webhook's body came to. */
sealed interface Reading {

    /** All is well: the fact, and when it became so. */
    record Said(Fact fact, Instant timestamp) implements Reading {}

    /** Something is wrong: all that is. */
    record Wrong(List<FieldError> errors) implements Reading {

        public Wrong {
            errors = List.copyOf(errors);
        }
    }
}
