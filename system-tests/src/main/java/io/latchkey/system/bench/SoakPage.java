package io.latchkey.system.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Vital signs over time as one page that needs nothing else: data, charts and the library that draws them are in it. */
final class SoakPage {

    private static final String LIBRARY = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    private SoakPage() {}

    static void write(Path file, String title, List<Vitals> vitals) {
        try {
            String page = text("soak.html")
                    .replace("/*style*/", text(LIBRARY + "uPlot.min.css"))
                    .replace("/*library*/", text(LIBRARY + "uPlot.iife.min.js"))
                    .replace("<!--title-->", title)
                    .replace("/*vitals*/", new ObjectMapper().writeValueAsString(vitals));
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SoakPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
