package io.latchkey.virtual.app;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All handsets of this process. */
public final class Handsets {

    private static final Logger LOG = Logger.getLogger(Handsets.class.getName());

    private final Identities identities;
    private final EnrollmentGateway gateway;
    private final AgentMaker agents;
    private final Map<String, VirtualHandset> byImei = new ConcurrentHashMap<>();
    private final Set<String> enrolling = ConcurrentHashMap.newKeySet();

    public Handsets(Identities identities, EnrollmentGateway gateway, AgentMaker agents) {
        this.identities = identities;
        this.gateway = gateway;
        this.agents = agents;
    }

    /** Brings back every kept handset; those that were on connect again. */
    public void wakeUp() {
        identities.all().forEach(this::wakeUp);
    }

    /**
     * Enrolls a new handset and switches it on.
     *
     * @param provisioningKey what it is told when it is set up; without it, it takes its process's
     * @throws KnownImeiException if it is here, or about to be
     * @throws EnrollmentRefusedException with the gateway's reason
     * @throws GatewayUnavailableException if the gateway gave no usable answer
     */
    public VirtualHandset enroll(String imei, String enrollmentCode, Optional<String> provisioningKey) {
        if (!enrolling.add(imei)) {
            throw new KnownImeiException();
        }
        try {
            if (byImei.containsKey(imei)) {
                throw new KnownImeiException();
            }
            return becomes(
                    gateway.enroll(imei, enrollmentCode, unansweredKey(imei)).setUpWith(provisioningKey));
        } finally {
            enrolling.remove(imei);
        }
    }

    /**
     * Wipes a handset, as a factory reset does: key, certificate and memory are gone. Then it enrolls again by what it was
     * told when it was set up. If that is refused it is what it was. If nobody answers it stays off, also over a restart,
     * until it is wiped or switched on again: the gateway may have taken the new key, and the old one would be a rival.
     *
     * @throws EnrollmentRefusedException with the gateway's reason
     * @throws GatewayUnavailableException if the gateway gave no usable answer
     */
    public VirtualHandset wipe(VirtualHandset handset) {
        Identity before = handset.identity();
        if (!enrolling.add(before.imei())) {
            throw new KnownImeiException();
        }
        handset.agent().goOffline();
        try {
            Identity identity =
                    gateway.enrollAgain(before, unansweredKey(before.imei())).setUpWith(before.provisioningKey());
            identities.switchOn(identity, true);
            return becomes(identity);
        } catch (EnrollmentRefusedException refused) {
            if (refused.isCertain()) {
                identities.answered(before.imei());
                if (identities.isSwitchedOn(before)) {
                    handset.agent().goOnline();
                }
            }
            throw refused;
        } finally {
            enrolling.remove(before.imei());
        }
    }

    /** If the gateway's answer gets lost, the next attempt brings the same key, and so gets the same answer. */
    private KeyPair unansweredKey(String imei) {
        return identities.unansweredKey(imei).orElseGet(() -> {
            KeyPair key = newKey();
            identities.keepUnanswered(imei, key);
            return key;
        });
    }

    private VirtualHandset becomes(Identity identity) {
        identities.keep(identity);
        identities.answered(identity.imei());
        return admit(identity);
    }

    /** Finds a handset by its IMEI, or by the pseudonym, which a page may show. */
    public Optional<VirtualHandset> find(String imeiOrDeviceId) {
        VirtualHandset handset = byImei.get(imeiOrDeviceId);
        return handset != null
                ? Optional.of(handset)
                : all().stream()
                        .filter(each -> each.identity().enrollment().deviceId().equals(imeiOrDeviceId))
                        .findFirst();
    }

    /** Every handset, ordered by pseudonym. */
    public List<VirtualHandset> all() {
        return byImei.values().stream()
                .sorted(Comparator.comparing(
                        handset -> handset.identity().enrollment().deviceId()))
                .toList();
    }

    /** Connects a handset; it stays on over restarts. */
    public void goOnline(VirtualHandset handset) {
        if (isBeingWiped(handset.identity())) {
            wipe(handset);
            return;
        }
        identities.switchOn(handset.identity(), true);
        handset.agent().goOnline();
    }

    /** Takes a handset off the network; it stays off over restarts. */
    public void goOffline(VirtualHandset handset) {
        identities.switchOn(handset.identity(), false);
        handset.agent().goOffline();
    }

    /** Lets every connected handset say again what nobody acknowledged. */
    public void resendOverdue() {
        byImei.values().stream().map(VirtualHandset::agent).forEach(agent -> {
            if (agent.isOnline()) {
                agent.resendOverdue();
            }
        });
    }

    /** One handset whose memory is broken must not keep the others down. */
    private void wakeUp(Identity identity) {
        try {
            admit(identity);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A handset could not be brought back. " + identity, e);
        }
    }

    private VirtualHandset admit(Identity identity) {
        VirtualHandset handset = agents.make(identity);
        byImei.put(identity.imei(), handset);
        if (identities.isSwitchedOn(identity) && !isBeingWiped(identity)) {
            handset.agent().goOnline();
        }
        return handset;
    }

    private boolean isBeingWiped(Identity identity) {
        return identities.unansweredKey(identity.imei()).isPresent();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make a P-256 key", e);
        }
    }
}
