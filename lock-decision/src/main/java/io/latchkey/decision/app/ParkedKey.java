package io.latchkey.decision.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;

/**
 * The name of parked money.
 *
 * @param partnerId the partner
 * @param paymentId the payment, unique within it
 */
public record ParkedKey(PartnerId partnerId, PaymentId paymentId) {}
