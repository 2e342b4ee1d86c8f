package io.latchkey.local.mail;

import java.util.List;
import java.util.stream.Collectors;

/** The pages for people. A letter's HTML is a stranger's: it is shown in a frame that may run and load nothing. */
final class LetterPages {

    static final String ONE = "/letters/";

    /** What a browser may do with a page of ours, and with the frame in it. */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";

    private static final String LAYOUT = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            %2$s<style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430 }
            a { color: #0b5cad }
            table { border-collapse: collapse; width: 100%% }
            th, td { text-align: left; padding: .5rem .6rem; border-bottom: 1px solid #d7dce3; vertical-align: top }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem }
            dt { color: #5a6675 }
            dd { margin: 0; overflow-wrap: anywhere }
            pre { white-space: pre-wrap; font: 15px/1.5 ui-monospace, monospace; background: #f4f6f8; padding: 1rem }
            iframe { width: 100%%; height: 40rem; border: 1px solid #d7dce3 }
            .none { color: #5a6675 }
            </style>
            </head>
            <body>
            %3$s
            </body>
            </html>
            """;

    private LetterPages() {}

    static String list(List<Letter> letters) {
        String body = letters.isEmpty()
                ? "<p class=\"none\">No letter yet. What notice-sender sends appears here within two seconds.</p>"
                : letters.stream()
                        .map(LetterPages::row)
                        .collect(Collectors.joining(
                                "\n",
                                "<table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>",
                                "</tbody></table>"));
        return LAYOUT.formatted(
                "Caught mail", "<meta http-equiv=\"refresh\" content=\"2\">\n", "<h1>Caught mail</h1>\n" + body);
    }

    private static String row(Letter letter) {
        return "<tr><td>%s</td><td>%s</td><td><a href=\"%s%s\">%s</a></td></tr>"
                .formatted(
                        escape(letter.receivedAt()),
                        escape(String.join(", ", letter.to())),
                        ONE,
                        letter.id(),
                        escape(letter.subject().isBlank() ? "(no subject)" : letter.subject()));
    }

    static String one(Letter letter) {
        String body = """
                <p><a href="/">All letters</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd><dt>Message-ID</dt><dd>%s</dd></dl>
                <h2>Plain text</h2>
                %s
                <h2>HTML</h2>
                %s
                """.formatted(
                escape(letter.subject()),
                escape(letter.from()),
                escape(String.join(", ", letter.to())),
                escape(letter.receivedAt()),
                escape(letter.messageId()),
                letter.text().isEmpty() ? missing() : "<pre>" + escape(letter.text()) + "</pre>",
                letter.html().isEmpty()
                        ? missing()
                        : "<iframe sandbox title=\"HTML part\" srcdoc=\"" + escape(letter.html()) + "\"></iframe>");
        return LAYOUT.formatted(escape(letter.subject()), "", body);
    }

    private static String missing() {
        return "<p class=\"none\">The letter has no such part.</p>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
