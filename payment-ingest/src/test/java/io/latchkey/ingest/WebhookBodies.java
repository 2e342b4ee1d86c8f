package io.latchkey.ingest;

/** Bodies as a partner writes them. */
final class WebhookBodies {

    static final String IMEI = "490154203237518";
    static final String SECOND_IMEI = "356938035643809";

    private WebhookBodies() {}

    static String payment(String account, String paymentId, long amount) {
        return """
               {"type":"payment.received","timestamp":"2027-01-31T09:00:00Z","data":{"accountNumber":"%s",
                "paymentId":"%s","amount":%d,"currency":"KES","paidAt":"2027-01-31T08:59:00Z"}}
               """.formatted(account, paymentId, amount);
    }

    static String closure(String account) {
        return """
               {"type":"loan.closed","timestamp":"2027-01-31T09:00:00Z",
                "data":{"accountNumber":"%s","reason":"settled"}}
               """.formatted(account);
    }

    static String activation(String account, long amount) {
        return """
               {"type":"loan.activated","timestamp":"2027-01-31T09:00:00Z","data":{"accountNumber":"%s",
                "device":{"imei":"%s","imei2":"%s"},"currency":"KES","timeZone":"Africa/Nairobi",
                "jurisdiction":"ZZ","policy":"standard",
                "installments":[{"number":1,"dueDate":"2027-01-31","amount":%d}],
                "consent":{"signedAt":"2027-01-01T08:30:00Z","documentSha256":"%s"},
                "borrower":{"locale":"sw-KE","email":"asha@example.com","phone":"+254711111111"}}}
               """.formatted(account, IMEI, SECOND_IMEI, amount, "ab".repeat(32));
    }

    static String activationUnder(String policy, String jurisdiction, String account) {
        return activation(account, 500)
                .replace("\"standard\"", "\"" + policy + "\"")
                .replace("\"ZZ\"", "\"" + jurisdiction + "\"");
    }

    static String amendment(String account, String statedAt, long amount) {
        return """
               {"type":"loan.amended","timestamp":"%s","data":{"accountNumber":"%s",
                "installments":[{"number":1,"dueDate":"2027-03-31","amount":%d}],
                "effectiveAt":"2027-02-01T09:00:00Z"}}
               """.formatted(statedAt, account, amount);
    }

    static String pending(String account, String paymentId, long amount) {
        return """
               {"type":"payment.pending","timestamp":"2027-01-31T09:00:00Z","data":{"accountNumber":"%s",
                "paymentId":"%s","amount":%d,"currency":"KES","initiatedAt":"2027-01-31T08:59:00Z"}}
               """.formatted(account, paymentId, amount);
    }

    static String request(String type, String account, String requestId, String reason) {
        return """
               {"type":"%s","timestamp":"2027-02-03T09:00:00Z",
                "data":{"accountNumber":"%s","requestId":"%s","reason":"%s"}}
               """.formatted(type, account, requestId, reason);
    }

    static String withdrawal(String account, String requestId) {
        return """
               {"type":"request.withdrawn","timestamp":"2027-02-03T09:00:00Z",
                "data":{"accountNumber":"%s","requestId":"%s"}}
               """.formatted(account, requestId);
    }

    static String reversal(String account, String paymentId) {
        return """
               {"type":"payment.reversed","timestamp":"2027-02-03T09:00:00Z","data":{"accountNumber":"%s",
                "paymentId":"%s","reversedAt":"2027-02-03T08:59:00Z"}}
               """.formatted(account, paymentId);
    }

    static String watermark(String completeThrough) {
        return """
               {"type":"feed.watermark","timestamp":"2027-02-03T09:00:00Z","data":{"completeThrough":"%s"}}
               """.formatted(completeThrough);
    }
}
