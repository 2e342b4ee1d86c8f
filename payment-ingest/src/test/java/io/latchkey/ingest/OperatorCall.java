package io.latchkey.ingest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A call to an administration endpoint. Every answer must be as documented. */
final class OperatorCall {

    static final String TOKEN = "operator";

    private OperatorCall() {}

    static HttpResponse<String> get(URI uri) {
        return SignedPost.send(authorized(uri).build(), "");
    }

    static HttpResponse<String> put(URI uri, String body) {
        return SignedPost.send(
                authorized(uri)
                        .header("content-type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                body);
    }

    static HttpResponse<String> post(URI uri, String body) {
        return SignedPost.send(
                authorized(uri)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                body);
    }

    static HttpResponse<String> delete(URI uri) {
        return SignedPost.send(authorized(uri).DELETE().build(), "");
    }

    static HttpResponse<String> putAs(String authorization, URI uri, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("authorization", authorization)
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        return SignedPost.send(request, body);
    }

    private static HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).header("authorization", "Bearer " + TOKEN);
    }
}
