package io.latchkey.ingest.domain;

import java.util.Optional;

/**
 * What is against a fact, however well it is written, as long as it is new. A repetition of one that was accepted gets
 * its first answer, whatever has become of the law since.
 *
 * @param pointer JSON pointer into the webhook's body
 * @param detail what is wrong and what would be right
 * @param code what is wrong, in a word that stays the same; nothing where there is none
 * @param clause the clause of the law that it offends, if it offends one
 */
public record Objection(String pointer, String detail, Optional<String> code, Optional<String> clause) {

    static Objection to(String pointer, String detail) {
        return new Objection(pointer, detail, Optional.empty(), Optional.empty());
    }
}
