package io.latchkey.system.tale;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happens to some loans.
 *
 * @param seed from which it was made up
 * @param buyers whose loans
 * @param chapters what happens, by rising moments
 */
public record Tale(long seed, List<Buyer> buyers, List<Chapter> chapters) {

    /**
     * What happens in a few minutes. Each loan's deeds are done in their order, all loans at once.
     *
     * @param at when it begins, on the business clock; no day, hour or notice period begins or ends soon after it
     * @param deeds by the buyer's place
     */
    public record Chapter(Instant at, Map<Integer, List<Deed>> deeds) {}
}
