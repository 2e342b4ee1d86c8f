package io.latchkey.system.story;

/**
 * Where a handset is sold.
 *
 * @param currency ISO 4217
 * @param zone of the loan's days
 * @param jurisdiction whose law holds
 * @param policy the partner's policy there
 * @param locale the borrowers' language
 */
public record Market(String currency, String zone, String jurisdiction, String policy, String locale) {

    /** Where most stories play. */
    public static final Market SANDBOX = new Market("KES", "Africa/Nairobi", "ZZ", "standard", "sw-KE");

    /** Under the Reserve Bank's draft: two notices before anything, and nothing all at once. */
    public static final Market INDIA = new Market("INR", "Asia/Kolkata", "IN", "graduated", "hi-IN");
}
