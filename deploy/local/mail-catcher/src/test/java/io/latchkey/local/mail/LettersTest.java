package io.latchkey.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void showsTheNewestFirst() {
        Letters letters = new Letters(10, 1_000);
        add(letters, "first");
        add(letters, "second");

        assertThat(letters.all()).extracting(Letter::text).containsExactly("second", "first");
        assertThat(letters.find("1")).map(Letter::text).contains("first");
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        Letters letters = new Letters(2, 1_000);
        add(letters, "first");
        add(letters, "second");
        add(letters, "third");

        assertThat(letters.all()).extracting(Letter::text).containsExactly("third", "second");
        assertThat(letters.find("1")).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenTheyGrowTooLong() {
        Letters letters = new Letters(10, 100);
        add(letters, "a".repeat(60));
        add(letters, "b".repeat(60));

        assertThat(letters.all()).hasSize(1);
        assertThat(letters.all().getFirst().text()).startsWith("b");
    }

    @Test
    void neverGivesANumberTwice() {
        Letters letters = new Letters(10, 1_000);
        add(letters, "first");
        letters.clear();
        add(letters, "second");

        assertThat(letters.all()).extracting(Letter::id).containsExactly("2");
    }

    private static void add(Letters letters, String text) {
        letters.add(id -> new Letter(id, "", "", List.of(), "", "", text, ""));
    }
}
