package io.latchkey.ingest.iso20022;

import io.latchkey.ingest.app.UnreadableReportException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through a document that nobody is to be trusted for: no document type and so no entity of its own, no text or depth
 * beyond what a bank needs. Whoever begins an element ends it: by {@link #text}, {@link #children} or {@link #skip}.
 */
final class XmlCursor implements AutoCloseable {

    private static final int MOST_TEXT = 1_000;
    private static final int MOST_DEPTH = 40;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;
    private int depth;

    private XmlCursor(XMLStreamReader in) {
        this.in = in;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    static XmlCursor of(InputStream bytes) {
        try {
            return new XmlCursor(FACTORY.createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Goes on to the next element that begins, or to the end of the one it is in. */
    boolean nextChild() {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // Blanks, comments and instructions between elements say nothing.
                }
            }
        }
    }

    private int next() {
        try {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > MOST_DEPTH) {
                        throw wrong("elements are nested more than " + MOST_DEPTH + " deep");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw wrong("a document type is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw wrong("entities are not allowed");
                default -> {
                    // Nothing else is dangerous.
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    String name() {
        return in.getLocalName();
    }

    String namespace() {
        return String.valueOf(in.getNamespaceURI());
    }

    /** An attribute of the element that just began; empty if it has none of that name. */
    String attribute(String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Each child of the element that just began, to its end. */
    void children(Consumer<String> child) {
        while (nextChild()) {
            child.accept(name());
        }
    }

    /** The text of the element that just began, and of all in it. */
    String text() {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                if (text.length() > MOST_TEXT) {
                    throw wrong("a text is longer than " + MOST_TEXT + " characters");
                }
            }
        }
        return text.toString().strip();
    }

    /** Passes over the element that just began. */
    void skip() {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    UnreadableReportException wrong(String complaint) {
        Location at = in.getLocation();
        return new UnreadableReportException(
                complaint + ", at line " + at.getLineNumber() + ", column " + at.getColumnNumber());
    }

    /** The parser's own words repeat the document, and name classes. */
    private static UnreadableReportException broken(XMLStreamException e) {
        Location at = e.getLocation();
        String place = at == null ? "" : ", at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
        return new UnreadableReportException("is not well-formed XML without document type and entities" + place);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }
}
