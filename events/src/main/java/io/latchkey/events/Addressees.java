package io.latchkey.events;

import java.util.List;

/** Whom an intent or a token names: one enrollment, or two while the device is contested. */
final class Addressees {

    private Addressees() {}

    static List<Integer> of(List<Integer> enrollments) {
        List<Integer> copy = List.copyOf(enrollments);
        boolean distinct = copy.stream().distinct().count() == copy.size();
        if (copy.isEmpty() || copy.size() > 2 || !distinct || copy.stream().anyMatch(one -> one < 1)) {
            throw new IllegalArgumentException("enrollments must be one or two numbers >= 1 but were " + enrollments);
        }
        return copy;
    }
}
