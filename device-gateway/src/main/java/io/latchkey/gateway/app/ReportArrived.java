package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;

/**
 * A message on a report topic.
 *
 * @param deviceId the topic's
 * @param payload what stood there, read as UTF-8
 * @param settle tells the broker that it need not come again
 */
public record ReportArrived(DeviceId deviceId, String payload, Runnable settle) {}
