package io.latchkey.virtual.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.latchkey.virtual.app.Handsets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves the interface and the page on the loopback address only: whoever reaches it may switch handsets. */
public final class HandsetServer implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final HttpServer server;
    private final Routes routes;
    private final Problems problems;

    /**
     * Takes the port; serves once opened.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public HandsetServer(int port, Handsets handsets, ObjectMapper json) throws IOException {
        this.routes = new Routes(handsets, json);
        this.problems = new Problems(json);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    /** Starts to serve. */
    public void open() {
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            Visitors.admit(exchange.getRequestHeaders());
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                throw ProblemException.of(413, "Too large", "A body has at most " + MAX_BODY_BYTES + " bytes.");
            }
            return routes.answer(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
        } catch (RuntimeException e) {
            return problems.of(e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        answer.headers().forEach(headers::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
