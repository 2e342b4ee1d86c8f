package io.latchkey.gateway.domain;

import java.util.Optional;

/** Judges who comes with a provisioning key: a phone that was wiped and says that it is known. */
public final class Renewal {

    private Renewal() {}

    /**
     * Judges. An unknown phone and a wrong key get one and the same answer: it must not tell which phones are known.
     *
     * @param newest the newest enrollment of the phone that was shown, or nothing if it is not known
     * @param keys the keys of all partners
     * @param shownKey the key that was shown
     * @param keyThumbprint RFC 7638 thumbprint of the key to enroll
     * @return what to do
     */
    public static Redemption judge(
            Optional<Enrollment> newest, ProvisioningKeys keys, String shownKey, String keyThumbprint) {
        return newest.filter(known -> keys.fits(known.partnerId(), shownKey))
                .<Redemption>map(known -> known.key().thumbprint().equals(keyThumbprint)
                        ? new Redemption.Again(known.name())
                        : new Redemption.Renewed(known))
                .orElse(Redemption.Refusal.NOT_PROVED);
    }
}
