package io.latchkey.events.testing;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request and its answer.
 *
 * @param method in lower case
 * @param path without host and query, still encoded
 * @param sent the request's body; empty if there was none
 * @param status of the answer
 * @param headers of the answer; names without regard to case, the first value of each
 * @param body the answer's body; empty if there was none
 */
public record Exchange(String method, String path, String sent, int status, Map<String, String> headers, String body) {

    /** Makes names of headers equal whatever their case. */
    public Exchange {
        method = method.toLowerCase(Locale.ROOT);
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    /**
     * An exchange over the JDK's client, which does not keep what was sent.
     *
     * @param answer the answer with its request
     * @param sent the request's body
     */
    public static Exchange of(HttpResponse<String> answer, String sent) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Exchange(
                answer.request().method(),
                answer.request().uri().getRawPath(),
                sent,
                answer.statusCode(),
                headers,
                answer.body());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
