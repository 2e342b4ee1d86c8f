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
    /** If the gateway's answer gets lost, the next attempt brings the same key, and so gets the same answer. */
    private final Map<String, KeyPair> unanswered = new ConcurrentHashMap<>();

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
     * @throws KnownImeiException if it is here, or about to be
     * @throws EnrollmentRefusedException with the gateway's reason
     * @throws GatewayUnavailableException if the gateway gave no usable answer
     */
    public VirtualHandset enroll(String imei, String enrollmentCode) {
        if (!enrolling.add(imei)) {
            throw new KnownImeiException();
        }
        try {
            if (byImei.containsKey(imei)) {
                throw new KnownImeiException();
            }
            KeyPair key = unanswered.computeIfAbsent(imei, unused -> newKey());
            Identity identity = gateway.enroll(imei, enrollmentCode, key);
            identities.keep(identity);
            unanswered.remove(imei);
            return admit(identity);
        } finally {
            enrolling.remove(imei);
        }
    }

    /**
     * Wipes a handset, as a factory reset does: key, certificate and memory are gone. Then it enrolls again by what it was
     * told when it was set up. If that fails it stays as it was.
     *
     * @throws EnrollmentRefusedException with the gateway's reason
     * @throws GatewayUnavailableException if the gateway gave no usable answer
     */
    public VirtualHandset wipe(VirtualHandset handset) {
        String imei = handset.identity().imei();
        if (!enrolling.add(imei)) {
            throw new KnownImeiException();
        }
        handset.agent().goOffline();
        try {
            KeyPair key = unanswered.computeIfAbsent(imei, unused -> newKey());
            Identity identity = gateway.enrollAgain(imei, key);
            identities.keep(identity);
            identities.switchOn(identity, true);
            unanswered.remove(imei);
            return admit(identity);
        } catch (RuntimeException failed) {
            if (identities.isSwitchedOn(handset.identity())) {
                handset.agent().goOnline();
            }
            throw failed;
        } finally {
            enrolling.remove(imei);
        }
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
        if (identities.isSwitchedOn(identity)) {
            handset.agent().goOnline();
        }
        return handset;
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
