package io.latchkey.gateway.mqtt;

import io.latchkey.gateway.GatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jboss.logging.Logger;

/**
 * Keeps a connection to the broker, with a subscription to every handset's reports. One thread, the hand, owns all
 * state; Paho's callbacks only hand over to it.
 */
@ApplicationScoped
class PahoLink {

    private static final Logger LOG = Logger.getLogger(PahoLink.class);
    private static final String REPORTS = "$share/device-gateway/latchkey/v1/+/report";
    /** The session outlives a restart, so that a report which nobody settled comes again. */
    private static final Duration SESSION = Duration.ofHours(1);

    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final int UNSETTLED_REPORTS = 1000;
    private static final int REFUSED = 0x80;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final GatewayConfig config;
    private final ReportInbox inbox;
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mqtt-hand").factory());

    private Optional<MqttAsyncClient> client = Optional.empty();
    private volatile Optional<PublishWindow> window = Optional.empty();
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    PahoLink(GatewayConfig config, ReportInbox inbox) {
        this.config = config;
        this.inbox = inbox;
    }

    void start(@Observes StartupEvent started) {
        SSLSocketFactory sockets = MutualTls.sockets(config.pki());
        hand.execute(() -> connect(sockets));
    }

    void stop(@Observes ShutdownEvent stopping) {
        hand.shutdownNow();
        client.ifPresent(PahoLink::drop);
    }

    /** Connected and subscribed. */
    boolean isUp() {
        return window.isPresent();
    }

    /** Completes when the broker has confirmed it; fails if it cannot now. */
    Uni<Void> publish(Publication publication) {
        return Uni.createFrom().deferred(() -> window.map(open -> open.publish(publication))
                .orElseGet(() -> Uni.createFrom().failure(new BrokerUnavailableException("the broker is away"))));
    }

    private void connect(SSLSocketFactory sockets) {
        try {
            MqttAsyncClient fresh = new MqttAsyncClient(
                    "ssl://" + config.mqtt().host() + ":" + config.mqtt().port(),
                    "device-gateway/" + config.instance(),
                    new MemoryPersistence());
            client = Optional.of(fresh);
            Runnable lost = () -> over(fresh, sockets);
            fresh.setManualAcks(true);
            fresh.setCallback(new Connection(fresh, inbox, hand, lost));
            fresh.connect(options(sockets), null, then(token -> subscribe(fresh, token, lost), lost));
        } catch (MqttException e) {
            LOG.warnf("Broker not reached reason=%s", e);
            again(sockets);
        }
    }

    private static MqttConnectionOptions options(SSLSocketFactory sockets) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(true);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION.toSeconds());
        options.setReceiveMaximum(UNSETTLED_REPORTS);
        options.setKeepAliveInterval(15);
        options.setConnectionTimeout(5);
        options.setAutomaticReconnect(false);
        return options;
    }

    private void subscribe(MqttAsyncClient fresh, IMqttToken connected, Runnable lost) {
        Integer announced = connected.getResponseProperties().getReceiveMaximum();
        int limit = Math.min(config.mqtt().window(), announced == null ? Integer.MAX_VALUE : announced);
        try {
            fresh.subscribe(REPORTS, 1, null, then(subscribed -> open(fresh, subscribed, limit, lost), lost));
        } catch (MqttException e) {
            LOG.warnf("Reports not subscribed reason=%s", e);
            lost.run();
        }
    }

    private void open(MqttAsyncClient fresh, IMqttToken subscribed, int limit, Runnable lost) {
        if (subscribed.getReasonCodes()[0] >= REFUSED) {
            LOG.errorf(
                    "Broker refuses the subscription to reports code=%d",
                    subscribed.getReasonCodes()[0]);
            lost.run();
            return;
        }
        window = Optional.of(new PublishWindow(fresh, hand, limit));
        pauseMillis = FIRST_PAUSE_MILLIS;
        LOG.infof("Broker connected window=%d", limit);
        renewLater(fresh, lost);
    }

    /**
     * A broker that died while a report was on its way to us may keep that one as "on its way" for ever, and never tell
     * us of a later one behind it: HiveMQ CE wakes a shared subscription only when its queue was empty. Subscribing
     * again makes any broker look; where all is well it changes nothing.
     */
    private void renewLater(MqttAsyncClient open, Runnable lost) {
        var unused = hand.schedule(() -> renew(open, lost), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew(MqttAsyncClient open, Runnable lost) {
        if (!client.equals(Optional.of(open))) {
            return;
        }
        try {
            open.subscribe(REPORTS, 1, null, then(subscribed -> renewLater(open, lost), lost));
        } catch (MqttException e) {
            LOG.warnf("Subscription to reports not renewed reason=%s", e);
            lost.run();
        }
    }

    /** Paho may tell of one loss in several ways; the first counts. */
    private void over(MqttAsyncClient gone, SSLSocketFactory sockets) {
        execute(() -> {
            if (!client.equals(Optional.of(gone))) {
                return;
            }
            client = Optional.empty();
            window.ifPresent(PublishWindow::close);
            window = Optional.empty();
            drop(gone);
            again(sockets);
        });
    }

    private void again(SSLSocketFactory sockets) {
        var unused = hand.schedule(() -> connect(sockets), pauseMillis, TimeUnit.MILLISECONDS);
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }

    private void execute(Runnable task) {
        try {
            hand.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Broker link is closed");
        }
    }

    private static void drop(MqttAsyncClient gone) {
        try {
            if (gone.isConnected()) {
                gone.disconnectForcibly(0, 200, true);
            }
            gone.close(true);
        } catch (MqttException e) {
            LOG.debugf("Connection was closed already reason=%s", e);
        }
    }

    private MqttActionListener then(Consumer<IMqttToken> next, Runnable lost) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                execute(() -> next.accept(token));
            }

            @Override
            public void onFailure(IMqttToken token, Throwable e) {
                LOG.warnf("Broker not reached reason=%s", e);
                lost.run();
            }
        };
    }
}
