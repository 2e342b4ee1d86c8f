package io.latchkey.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The HTTP side: pages for people, JSON for programs. Names of people stand in letters, so nothing is cached. */
final class Faces {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String MESSAGES = "/messages";

    private final Letters letters;

    private Faces(Letters letters) {
        this.letters = letters;
    }

    private record Answer(int status, String type, String body) {

        static Answer page(String html) {
            return new Answer(200, "text/html; charset=utf-8", html);
        }

        static Answer json(int status, Object value) throws IOException {
            return new Answer(status, "application/json", JSON.writeValueAsString(value));
        }

        static Answer problem(int status, String title, String detail) throws IOException {
            return new Answer(
                    status,
                    "application/problem+json",
                    JSON.writeValueAsString(
                            Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)));
        }
    }

    static HttpServer server(int port, Letters letters) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Faces faces = new Faces(letters);
        server.createContext("/", faces::serve);
        return server;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", LetterPages.POLICY);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(String method, String path) throws IOException {
        return switch (method) {
            case "GET" -> read(path);
            case "DELETE" -> delete(path);
            default -> Answer.problem(405, "Method Not Allowed", "letters are read and deleted, nothing else");
        };
    }

    private Answer read(String path) throws IOException {
        if (path.equals("/")) {
            return Answer.page(LetterPages.list(letters.all()));
        }
        if (path.equals(MESSAGES)) {
            return Answer.json(200, letters.all().stream().map(Letter::summary).toList());
        }
        if (path.startsWith(MESSAGES + "/")) {
            Optional<Letter> found = letters.find(path.substring(MESSAGES.length() + 1));
            return found.isPresent() ? Answer.json(200, found.get()) : unknown();
        }
        if (path.startsWith(LetterPages.ONE)) {
            Optional<Letter> found = letters.find(path.substring(LetterPages.ONE.length()));
            return found.isPresent() ? Answer.page(LetterPages.one(found.get())) : unknown();
        }
        return unknown();
    }

    private Answer delete(String path) throws IOException {
        if (!path.equals(MESSAGES)) {
            return Answer.problem(404, "Not Found", "DELETE " + MESSAGES + " forgets all letters");
        }
        letters.clear();
        return new Answer(204, "application/json", "");
    }

    private static Answer unknown() throws IOException {
        return Answer.problem(404, "Not Found", "no such letter or page; GET " + MESSAGES + " lists the letters");
    }
}
