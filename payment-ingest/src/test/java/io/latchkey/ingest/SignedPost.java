package io.latchkey.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.testing.Exchange;
import io.latchkey.events.testing.OpenApi;
import io.latchkey.kit.testing.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as a partner's own code would send it: written from the standard, not from the service. Every answer must be as documented. */
record SignedPost(Map<String, String> headers, String body) {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final OpenApi API = OpenApiContract.document();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static SignedPost of(String webhookId, String body) {
        return at(Instant.now(), webhookId, body);
    }

    /** By another partner than the sandbox. */
    static SignedPost by(String secret, String webhookId, String body) {
        SignedPost post = of(webhookId, body);
        String start = webhookId + "." + post.headers().get("webhook-timestamp") + ".";
        return post.with("webhook-signature", "v1," + sign(secret, start, body.getBytes(UTF_8)));
    }

    static SignedPost at(Instant now, String webhookId, String body) {
        String seconds = Long.toString(now.getEpochSecond());
        return new SignedPost(
                Map.of(
                        "content-type",
                        "application/json",
                        "webhook-id",
                        webhookId,
                        "webhook-timestamp",
                        seconds,
                        "webhook-signature",
                        "v1," + sign(webhookId + "." + seconds + ".", body.getBytes(UTF_8))),
                body);
    }

    /** Sends bytes that need not be text. */
    static HttpResponse<String> bytes(String webhookId, String type, byte[] body, URI uri) {
        String seconds = Long.toString(Instant.now().getEpochSecond());
        return send(
                HttpRequest.newBuilder(uri)
                        .POST(BodyPublishers.ofByteArray(body))
                        .header("content-type", type)
                        .header("webhook-id", webhookId)
                        .header("webhook-timestamp", seconds)
                        .header("webhook-signature", "v1," + sign(webhookId + "." + seconds + ".", body))
                        .build(),
                "");
    }

    private static String sign(String prefix, byte[] body) {
        return sign(SECRET, prefix, body);
    }

    private static String sign(String secret, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            mac.update(prefix.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SignedPost with(String header, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new SignedPost(changed, body);
    }

    SignedPost without(String header) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(header);
        return new SignedPost(changed, body);
    }

    HttpResponse<String> to(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build(), body);
    }

    /** Without a Content-Length. */
    HttpResponse<String> chunkedTo(URI uri) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)));
        headers.forEach(request::header);
        return send(request.build(), body);
    }

    static HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).build(), "");
    }

    static HttpResponse<String> delete(URI uri) {
        return send(HttpRequest.newBuilder(uri).DELETE().build(), "");
    }

    static HttpResponse<String> send(HttpRequest request, String sent) {
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            API.check(Exchange.of(answer, sent));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
