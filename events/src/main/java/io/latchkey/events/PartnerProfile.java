package io.latchkey.events;

import java.time.ZoneId;

/**
 * How a partner presents itself to borrowers.
 *
 * @param name the name on the screen
 * @param country ISO 3166-1 alpha-2
 * @param timeZone the zone of its days
 * @param phone the number that a borrower calls, E.164
 * @param url where a borrower reads on, https
 */
public record PartnerProfile(String name, String country, ZoneId timeZone, String phone, String url) {

    /** Checks what a lock screen cannot do without. */
    public PartnerProfile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country must be ISO 3166-1 alpha-2 but was '" + country + "'");
        }
        if (!phone.matches("\\+[1-9][0-9]{5,14}")) {
            throw new IllegalArgumentException("phone must be E.164, as +254700000000, but was '" + phone + "'");
        }
        if (!url.startsWith("https://")) {
            throw new IllegalArgumentException("url must start with https:// but was '" + url + "'");
        }
    }
}
