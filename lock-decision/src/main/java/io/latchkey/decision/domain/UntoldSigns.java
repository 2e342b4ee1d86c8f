package io.latchkey.decision.domain;

import io.latchkey.decision.domain.NoticePlan.Due;
import io.latchkey.decision.domain.notice.OrderedNotice;
import io.latchkey.decision.domain.notice.OrderedNotice.Purpose;
import io.latchkey.events.BorrowerNotice.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The signs of tampering that a borrower was not told of: whoever did not do it must hear that somebody did. Each is told
 * once, whatever becomes of the notice, for nothing depends on its proof.
 */
final class UntoldSigns {

    private UntoldSigns() {}

    static List<Due> of(Contract contract, Rules rules) {
        Set<Purpose> ordered = contract.notices().ordered().stream()
                .map(OrderedNotice::purpose)
                .collect(Collectors.toSet());
        return contract.requests().signs().stream()
                .map(sign -> new Purpose(Kind.TAMPERING_SEEN, sign.wireName(), 0))
                .filter(purpose -> !ordered.contains(purpose))
                .map(purpose -> new Due(
                        purpose,
                        Optional.empty(),
                        List.of(rules.policy().name() + "@" + rules.policy().version() + "/tamper/" + purpose.about())))
                .toList();
    }
}
