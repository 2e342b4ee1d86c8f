package io.latchkey.notice.app;

import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.kit.kafka.EventMeta;

/**
 * A notice as it came.
 *
 * @param notice what is to be said
 * @param meta its headers
 */
public record NoticeReceived(NoticeOrdered notice, EventMeta meta) {}
