package io.latchkey.system.client;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The virtual handsets, as their page sees them: each answer is read from the agent's own store. */
public final class HandsetsClient {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final RunningStack stack;

    /**
     * The handsets of a stack.
     *
     * @param stack the stack
     */
    public HandsetsClient(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * Switches a handset on for the first time.
     *
     * @param imei its IMEI
     * @param enrollmentCode the code from the shop
     * @return what it is now
     */
    public HandsetView enroll(String imei, String enrollmentCode) {
        return enroll("{\"imei\":\"" + imei + "\",\"enrollmentCode\":\"" + enrollmentCode + "\"}");
    }

    /**
     * Sets a handset up as its partner wants it, and switches it on for the first time.
     *
     * @param imei its IMEI
     * @param offer what the shop was offered
     * @return what it is now
     */
    public HandsetView enroll(String imei, OperatorClient.Offer offer) {
        return enroll("{\"imei\":\"" + imei + "\",\"enrollmentCode\":\"" + offer.enrollmentCode()
                + "\",\"provisioningKey\":\"" + offer.provisioningKey() + "\"}");
    }

    private HandsetView enroll(String body) {
        return HandsetView.of(post("/handsets", body).demand(201).body());
    }

    /**
     * Looks at a handset.
     *
     * @param imei its IMEI
     * @return what its agent stored
     */
    public HandsetView look(String imei) {
        HttpRequest.Builder request = HttpRequest.newBuilder(stack.handsets().resolve("/handsets/" + imei))
                .GET();
        return HandsetView.of(Http.send(request).demand(200).body());
    }

    /**
     * Presses a button of a handset.
     *
     * @param imei its IMEI
     * @param action {@code online}, {@code offline}, {@code wipe} or {@code refresh}
     */
    public void press(String imei, String action) {
        Answer answer = post("/handsets/" + imei + "/" + action, "");
        if (answer.status() >= 300) {
            throw new IllegalStateException(action + " was refused: " + answer);
        }
    }

    /**
     * Looks until a handset is as wished, or the time is over.
     *
     * @param imei its IMEI
     * @param wish what is wished
     * @param patience how long to look
     * @return the last look, as wished or not
     */
    public HandsetView await(String imei, Predicate<HandsetView> wish, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        HandsetView view = look(imei);
        while (!wish.test(view) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            view = look(imei);
        }
        return view;
    }

    private Answer post(String path, String body) {
        return Http.send(HttpRequest.newBuilder(stack.handsets().resolve(path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
