package io.latchkey.notice.app;

import io.latchkey.events.NoticeReceipt;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.latchkey.notice.app.Outcome.Reason;
import io.latchkey.notice.domain.MessageId;
import java.time.Instant;
import java.util.Optional;

/** Says in the shared language what became of notices; the same outcome is the same event, however often it is said. */
final class Proof {

    static final String EMAIL = "email";
    static final String NO_CHANNEL = "none";

    private Proof() {}

    static OutgoingEvent sent(MessageId notice, String messageId, Instant at, EventMeta cause, Instant seen) {
        NoticeReceipt receipt = new NoticeReceipt.NoticeSent(
                notice.noticeId(), notice.loanId(), notice.partnerId(), EMAIL, at, messageId);
        return new OutgoingEvent(receipt, meta(notice.noticeId() + ":sent", at, seen, Optional.of(cause)));
    }

    static OutgoingEvent failed(MessageId notice, Outcome.Failed failed, Instant at, EventMeta cause, Instant seen) {
        return failed(notice, failed, at, Optional.of(cause), seen);
    }

    static OutgoingEvent bounced(MessageId notice, Instant at, Instant seen) {
        return failed(notice, new Outcome.Failed(EMAIL, Reason.BOUNCED), at, Optional.empty(), seen);
    }

    private static OutgoingEvent failed(
            MessageId notice, Outcome.Failed failed, Instant at, Optional<EventMeta> cause, Instant seen) {
        String reason = failed.reason().wireName();
        NoticeReceipt receipt = new NoticeReceipt.NoticeFailed(
                notice.noticeId(), notice.loanId(), notice.partnerId(), failed.channel(), at, reason);
        return new OutgoingEvent(receipt, meta(notice.noticeId() + ":" + reason, at, seen, cause));
    }

    private static EventMeta meta(String id, Instant at, Instant seen, Optional<EventMeta> cause) {
        return new EventMeta(
                id,
                at,
                seen,
                cause.map(EventMeta::id),
                cause.map(EventMeta::traceparent).map(TraceParent::childOf).orElseGet(TraceParent::root));
    }
}
