package io.latchkey.gateway.broker;

import io.latchkey.local.Broker;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = Broker.MOSQUITTO_VARIABLE,
        matches = ".+",
        disabledReason = "no Mosquitto; deploy/check looks for it")
class MosquittoContractIT extends BrokerContract {

    MosquittoContractIT() {
        super(Broker.MOSQUITTO);
    }
}
