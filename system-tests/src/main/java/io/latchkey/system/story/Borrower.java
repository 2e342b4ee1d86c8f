package io.latchkey.system.story;

import io.latchkey.system.client.PartnerClient;
import io.latchkey.system.client.PartnerClient.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Somebody who bought a handset on installments of equal amounts.
 *
 * @param label how the story calls them
 * @param accountNumber the loan's number at the partner
 * @param imei the handset
 * @param dueDates one for each installment
 * @param installment each installment's amount in minor units
 */
public record Borrower(String label, String accountNumber, String imei, List<LocalDate> dueDates, long installment) {

    /** The currency of all stories. */
    public static final String CURRENCY = "KES";

    /** The zone of all stories. */
    public static final String ZONE = "Africa/Nairobi";

    /**
     * Lets the partner activate the loan.
     *
     * @param partner the partner
     * @param now business time
     * @return the request
     */
    public Sent activate(PartnerClient partner, Instant now) {
        return partner.send("loan.activated", now, contract(now));
    }

    /**
     * The contract.
     *
     * @param signedAt business time
     * @return the data of {@code loan.activated}
     */
    public Map<String, Object> contract(Instant signedAt) {
        List<Map<String, Object>> installments = IntStream.range(0, dueDates.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "number", i + 1, "dueDate", dueDates.get(i).toString(), "amount", installment))
                .toList();
        return Map.of(
                "accountNumber",
                accountNumber,
                "device",
                Map.of("imei", imei),
                "currency",
                CURRENCY,
                "timeZone",
                ZONE,
                "jurisdiction",
                "ZZ",
                "policy",
                "standard",
                "installments",
                installments,
                "consent",
                Map.of("signedAt", signedAt.toString(), "documentSha256", "0".repeat(64)),
                "borrower",
                Map.of("locale", "sw-KE", "email", accountNumber.toLowerCase(Locale.ROOT) + "@borrowers.example"));
    }

    /**
     * Pays.
     *
     * @param partner the partner whose bank reports it
     * @param count how many installments
     * @param now business time
     * @return the request
     */
    public Sent pay(PartnerClient partner, int count, Instant now) {
        return partner.send("payment.received", now, payment(count, now));
    }

    /**
     * A payment that the bank has not seen before.
     *
     * @param count how many installments
     * @param paidAt business time
     * @return the data of {@code payment.received}
     */
    public Map<String, Object> payment(int count, Instant paidAt) {
        return Map.of(
                "accountNumber",
                accountNumber,
                "paymentId",
                "FT" + UUID.randomUUID().toString().replace("-", ""),
                "amount",
                count * installment,
                "currency",
                CURRENCY,
                "paidAt",
                paidAt.toString());
    }
}
