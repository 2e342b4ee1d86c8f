package io.latchkey.virtual.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The page's files and the interface's OpenAPI document, read once. */
final class Page {

    private final Map<String, Answer> files = new LinkedHashMap<>();

    Page() {
        files.put("/", file("page.html", "text/html; charset=utf-8"));
        files.put("/page.css", file("page.css", "text/css; charset=utf-8"));
        files.put("/page.js", file("page.js", "text/javascript; charset=utf-8"));
        files.put("/phone.js", file("phone.js", "text/javascript; charset=utf-8"));
        files.put("/openapi.yaml", file("openapi.yaml", "application/yaml"));
    }

    Optional<Answer> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static Answer file(String name, String contentType) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the page's file " + name);
            }
            return new Answer(200, contentType, new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("the page's file " + name + " cannot be read", e);
        }
    }
}
