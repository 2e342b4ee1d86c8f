package io.latchkey.notice.domain;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A letter in both its forms. The HTML is made from the plain text, so that both say the same.
 *
 * @param subject one line
 * @param text for people, in paragraphs
 * @param html the same as a page
 */
public record Letter(String subject, String text, String html) {

    private static final Pattern LINK = Pattern.compile("(https://[^\\s<>\"']+)|(\\+[1-9][0-9]{5,14})");
    private static final String LIST_MARK = "- ";
    private static final String BLANK_LINES = "\\n\\s*\\n";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; color: #1c2430; max-width: 40em">
            %s
            </body>
            </html>
            """;

    /**
     * Makes a letter of what a template wrote.
     *
     * @param language of the letter
     * @param written the subject in the first line, then paragraphs parted by blank lines. A paragraph whose lines begin
     *     with {@code "- "} is a list; one of a single line that ends with a colon is a heading
     * @return the letter
     */
    public static Letter of(Language language, String written) {
        String tidy = written.strip().replaceAll("[ \\t]+(?=\\n)", "").replaceAll("\\n{3,}", "\n\n");
        int end = tidy.indexOf('\n');
        if (end < 0) {
            throw new IllegalArgumentException("a letter needs a subject and a text");
        }
        String subject = tidy.substring(0, end);
        String text = tidy.substring(end).strip() + "\n";
        String body = Arrays.stream(text.strip().split(BLANK_LINES))
                .map(Letter::paragraph)
                .collect(Collectors.joining("\n"));
        return new Letter(subject, text, PAGE.formatted(language.code(), escape(subject), body));
    }

    private static String paragraph(String paragraph) {
        List<String> lines = paragraph.lines().toList();
        if (lines.stream().allMatch(line -> line.startsWith(LIST_MARK))) {
            return lines.stream()
                    .map(line -> "<li>" + linked(line.substring(LIST_MARK.length())) + "</li>")
                    .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        }
        if (lines.size() == 1 && paragraph.endsWith(":")) {
            return "<p><strong>" + linked(paragraph) + "</strong></p>";
        }
        return lines.stream().map(Letter::linked).collect(Collectors.joining("<br>\n", "<p>", "</p>"));
    }

    private static String linked(String line) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = LINK.matcher(line);
        int done = 0;
        while (matcher.find()) {
            html.append(escape(line.substring(done, matcher.start())));
            String target = escape(matcher.group());
            String scheme = matcher.group(1) == null ? "tel:" : "";
            html.append("<a href=\"" + scheme + target + "\">" + target + "</a>");
            done = matcher.end();
        }
        return html.append(escape(line.substring(done))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
