package io.latchkey.issuer.app;

import io.latchkey.events.LockIntent;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.Origin;

/**
 * An intent as it came.
 *
 * @param intent the desired state
 * @param meta its headers
 * @param origin where it stood
 */
public record IntentReceived(LockIntent intent, EventMeta meta, Origin origin) {}
