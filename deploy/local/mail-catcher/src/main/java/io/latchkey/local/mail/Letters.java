package io.latchkey.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The newest letters, in memory; the oldest go when there are too many or too long ones. */
final class Letters {

    private final int most;
    private final int mostCharacters;
    private final Deque<Letter> newestFirst = new ArrayDeque<>();
    private long taken;
    private long characters;

    Letters(int most, int mostCharacters) {
        this.most = most;
        this.mostCharacters = mostCharacters;
    }

    /** Takes the letter that is made with its number. */
    synchronized void add(Function<String, Letter> letter) {
        Letter next = letter.apply(Long.toString(++taken));
        newestFirst.addFirst(next);
        characters += next.size();
        while (newestFirst.size() > most || (characters > mostCharacters && newestFirst.size() > 1)) {
            characters -= newestFirst.removeLast().size();
        }
    }

    synchronized List<Letter> all() {
        return List.copyOf(newestFirst);
    }

    synchronized Optional<Letter> find(String id) {
        return newestFirst.stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    synchronized void clear() {
        newestFirst.clear();
        characters = 0;
    }
}
