package io.latchkey.ingest.domain;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerRequest.Reason;
import java.time.Instant;
import java.util.Optional;

/** The partner's own word about one of its handsets. A lock and an unlock never share an id; a withdrawal names one. */
public sealed interface Request extends Fact.AboutLoan {

    /**
     * Names the request.
     *
     * @return unique within the partner
     */
    String requestId();

    /**
     * The handset is to be locked, as far as policy and law let it.
     *
     * @param loanId the loan, known or not
     * @param requestId the partner's id
     * @param reason why
     * @param notBefore not before then; here the time is part of what is asked for
     */
    record Lock(LoanId loanId, String requestId, Reason reason, Optional<Instant> notBefore) implements Request {

        @Override
        public String key() {
            return keyOf(requestId);
        }

        @Override
        public Content content() {
            return asked("lock.requested", this)
                    .with("/data/reason", reason.wireName())
                    .with("/data/notBefore", notBefore.map(Instant::toString).orElse(""));
        }
    }

    /**
     * The handset is to be free at once.
     *
     * @param loanId the loan, known or not
     * @param requestId the partner's id
     * @param reason why
     */
    record Unlock(LoanId loanId, String requestId, Reason reason) implements Request {

        @Override
        public String key() {
            return keyOf(requestId);
        }

        @Override
        public Content content() {
            return asked("unlock.requested", this).with("/data/reason", reason.wireName());
        }
    }

    /**
     * A request is as if it had never been made.
     *
     * @param loanId the loan, known or not
     * @param requestId the request, known or not
     */
    record Withdrawal(LoanId loanId, String requestId) implements Request {

        @Override
        public String key() {
            return "request.withdrawn/" + requestId;
        }

        @Override
        public Content content() {
            return asked("request.withdrawn", this);
        }
    }

    private static String keyOf(String requestId) {
        return "requested/" + requestId;
    }

    private static Content asked(String type, Request request) {
        return Content.ofType(type)
                .with("/data/accountNumber", request.loanId())
                .with("/data/requestId", request.requestId());
    }
}
