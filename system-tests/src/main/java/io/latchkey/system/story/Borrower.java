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
 * @param market where it was sold
 */
public record Borrower(
        String label, String accountNumber, String imei, List<LocalDate> dueDates, long installment, Market market) {

    /** The currency of most stories. */
    public static final String CURRENCY = Market.SANDBOX.currency();

    /** The zone of most stories. */
    public static final String ZONE = Market.SANDBOX.zone();

    /**
     * A borrower of the sandbox.
     *
     * @param label how the story calls them
     * @param accountNumber the loan's number at the partner
     * @param imei the handset
     * @param dueDates one for each installment
     * @param installment each installment's amount in minor units
     */
    public Borrower(String label, String accountNumber, String imei, List<LocalDate> dueDates, long installment) {
        this(label, accountNumber, imei, dueDates, installment, Market.SANDBOX);
    }

    /**
     * Where the borrower gets mail.
     *
     * @return an address that nobody has
     */
    public String email() {
        return accountNumber.toLowerCase(Locale.ROOT) + "@borrowers.example";
    }

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
                market.currency(),
                "timeZone",
                market.zone(),
                "jurisdiction",
                market.jurisdiction(),
                "policy",
                market.policy(),
                "installments",
                installments,
                "consent",
                Map.of("signedAt", signedAt.toString(), "documentSha256", "0".repeat(64)),
                "borrower",
                Map.of("locale", market.locale(), "email", email()));
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
                market.currency(),
                "paidAt",
                paidAt.toString());
    }
}
