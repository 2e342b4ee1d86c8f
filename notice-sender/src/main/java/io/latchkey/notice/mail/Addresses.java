package io.latchkey.notice.mail;

import java.util.regex.Pattern;

/** Addresses as headers have them (RFC 5322 section 3.4). */
final class Addresses {

    private static final Pattern PLAUSIBLE = Pattern.compile(
            "(?=.{3,254}$)[^@\\s\\p{Cntrl}<>(),;:\\\\\"\\[\\]]{1,64}@[^@\\s\\p{Cntrl}<>(),;:\\\\\"\\[\\]]+");

    /** What has a meaning of its own between a name and its address. */
    private static final Pattern SPECIAL = Pattern.compile("[\\p{Cntrl}\"<>(),;:@\\\\\\[\\]]+");

    private Addresses() {}

    /** Whether a server may be asked to take a letter there; also keeps commands out of it. */
    static boolean isPlausible(String address) {
        return PLAUSIBLE.matcher(address).matches();
    }

    static String named(String name, String address) {
        String plain = SPECIAL.matcher(name).replaceAll(" ").strip().replaceAll("\\s+", " ");
        return plain.isEmpty() ? address : plain + " <" + address + ">";
    }
}
