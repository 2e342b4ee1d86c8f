package io.latchkey.decision.app;

import io.latchkey.events.PartnerId;
import java.util.List;

/**
 * A batch that enough supervisors approved.
 *
 * @param partnerId the partner
 * @param batchId the batch
 * @param approvedBy the supervisors, in their order
 */
public record Release(PartnerId partnerId, String batchId, List<String> approvedBy) {

    /** It takes so many different ones. */
    public static final int APPROVALS = 2;

    /** Copies the list. */
    public Release {
        approvedBy = List.copyOf(approvedBy);
    }
}
