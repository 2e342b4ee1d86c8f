package io.latchkey.kit.identity;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.kit.KitConfig;
import io.latchkey.kit.VersionedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the ids that travel in place of account numbers and IMEIs. */
@ApplicationScoped
public class Pseudonyms {

    private final Optional<KeyedHash> loanHash;
    private final NavigableMap<Integer, KeyedHash> deviceHashes;

    /**
     * Reads the keys.
     *
     * @param config holds them
     * @throws IllegalArgumentException if a key is no key; the message names the setting
     */
    public Pseudonyms(KitConfig config) {
        loanHash = config.loanKey().map(key -> KeyedHash.withKey("latchkey.loan-key", key));
        deviceHashes = config.deviceKeys().map(Pseudonyms::hashesByVersion).orElseGet(TreeMap::new);
    }

    /**
     * The id of a loan; the same for ever, so that a payment before its loan goes to the same partition.
     *
     * @param partner the partner
     * @param accountNumber the partner's number of the loan
     * @return the loan's id
     */
    public LoanId loanId(PartnerId partner, String accountNumber) {
        KeyedHash hash = loanHash.orElseThrow(() -> missing("latchkey.loan-key", "LATCHKEY_LOAN_KEY"));
        return new LoanId("ln_" + hash.of(partner.value() + "\n" + accountNumber));
    }

    /**
     * The id of a handset that is new to us, by the newest key.
     *
     * @param imei the first IMEI of the loan
     * @return the device's id
     */
    public DeviceId deviceId(Imei imei) {
        if (deviceHashes.isEmpty()) {
            throw missing("latchkey.device-keys", "LATCHKEY_DEVICE_KEYS");
        }
        var newest = deviceHashes.lastEntry();
        return new DeviceId("d" + newest.getKey() + "_" + newest.getValue().of(imei.value()));
    }

    private static NavigableMap<Integer, KeyedHash> hashesByVersion(String setting) {
        NavigableMap<Integer, KeyedHash> hashes = new TreeMap<>();
        VersionedSecrets.parse("latchkey.device-keys", setting)
                .forEach((version, base64) -> hashes.put(version, KeyedHash.withKey("latchkey.device-keys", base64)));
        return hashes;
    }

    private static IllegalStateException missing(String property, String variable) {
        return new IllegalStateException(property + " is missing; set " + variable);
    }
}
