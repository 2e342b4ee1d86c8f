package io.latchkey.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** The operator: asks for the code that binds a handset to its loan, and decides which of two is the phone. */
public final class OperatorClient {

    private final RunningStack stack;

    /**
     * The operator of a stack.
     *
     * @param stack the stack
     */
    public OperatorClient(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * Asks for a one-time code.
     *
     * @param accountNumber the loan's number at the partner
     * @param imei the handset
     * @return the code
     */
    public String enrollmentCode(String accountNumber, String imei) {
        return offer(accountNumber, imei).enrollmentCode();
    }

    /**
     * Asks for what a phone needs.
     *
     * @param accountNumber the loan's number at the partner
     * @param imei the handset
     * @return the code, and the key for after a wipe
     */
    public Offer offer(String accountNumber, String imei) {
        String account = URLEncoder.encode(accountNumber, StandardCharsets.UTF_8);
        String path = "/v1/partners/" + stack.partnerId() + "/loans/" + account + "/enrollment-codes";
        JsonNode offered = Http.send(HttpRequest.newBuilder(stack.gateway().resolve(path))
                        .header("authorization", "Bearer " + stack.operatorToken())
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"imei\":\"" + imei + "\"}")))
                .demand(201)
                .body();
        return new Offer(
                offered.path("enrollmentCode").asText(),
                offered.path("provisioning").path("provisioningKey").asText());
    }

    /**
     * What a phone needs when it is set up.
     *
     * @param enrollmentCode works once
     * @param provisioningKey its partner's, for after a wipe
     */
    public record Offer(String enrollmentCode, String provisioningKey) {}

    /**
     * Decides which of two enrollments is the phone.
     *
     * @param deviceId the device
     * @param keep the enrollment that it is
     */
    public void settleContest(String deviceId, int keep) {
        Http.send(HttpRequest.newBuilder(stack.gateway().resolve("/v1/contests/" + deviceId))
                        .header("authorization", "Bearer " + stack.operatorToken())
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"keep\":" + keep + "}")))
                .demand(200);
    }
}
