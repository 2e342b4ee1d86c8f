package io.latchkey.notice.app;

import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.notice.domain.Letter;
import io.latchkey.notice.domain.Words;

/** Writes letters. */
public interface Templates {

    /**
     * Writes a letter in the language of its words.
     *
     * @param kind what it is about
     * @param words what it says
     * @return the letter
     */
    Letter write(Kind kind, Words words);
}
