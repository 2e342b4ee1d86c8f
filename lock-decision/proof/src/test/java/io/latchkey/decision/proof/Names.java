package io.latchkey.decision.proof;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.util.Currency;

/** Who is who in every history. */
final class Names {

    static final LoanId LOAN = new LoanId("ln_" + "0".repeat(32));
    static final DeviceId DEVICE = new DeviceId("d1_" + "0".repeat(32));
    static final PartnerId PARTNER = new PartnerId("sandbox");
    static final Currency KES = Currency.getInstance("KES");

    private Names() {}
}
