package io.latchkey.local.mqtt;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the holder of a certificate may do on the broker, decided when it connects.
 *
 * <p>A handset's certificate is named {@code <deviceId>/<enrollment>}. It reaches the topics of its own device and the
 * key set; nothing of any other device, and it cannot write its own token.
 */
sealed interface Access {

    /** Named for the client: all that it may do. */
    record Granted(List<Permission> permissions) implements Access {

        public Granted {
            permissions = List.copyOf(permissions);
        }
    }

    /** It may not connect at all. */
    record Refused(String reason) implements Access {}

    String GATEWAY = "device-gateway";
    Pattern HANDSET = Pattern.compile("(d[0-9]{1,4}_[0-9a-f]{32})/[1-9][0-9]{0,8}");

    /**
     * Decides by the certificate's common name.
     *
     * @param clientId must be the name itself or lie under it: a foreign one would take over a foreign session
     */
    static Access of(String commonName, String clientId) {
        if (!clientId.equals(commonName) && !clientId.startsWith(commonName + "/")) {
            return new Refused("the client id does not belong to the certificate's name");
        }
        if (commonName.equals(GATEWAY)) {
            return gateway();
        }
        Matcher handset = HANDSET.matcher(commonName);
        return handset.matches()
                ? handset(handset.group(1))
                : new Refused("the certificate's name is neither a handset's nor a gateway's");
    }

    private static Granted handset(String deviceId) {
        String own = "latchkey/v1/" + deviceId;
        return new Granted(List.of(
                Permission.subscribe(own + "/token"),
                Permission.subscribe(own + "/ack"),
                Permission.subscribe("latchkey/v1/keys"),
                Permission.publish(own + "/report"),
                Permission.publish(own + "/presence")));
    }

    private static Granted gateway() {
        return new Granted(List.of(
                Permission.publishRetained("latchkey/v1/+/token"),
                Permission.publish("latchkey/v1/+/ack"),
                Permission.publishRetained("latchkey/v1/keys"),
                Permission.subscribeShared(GATEWAY, "latchkey/v1/+/report"),
                Permission.subscribeShared(GATEWAY, "latchkey/v1/+/presence")));
    }
}
