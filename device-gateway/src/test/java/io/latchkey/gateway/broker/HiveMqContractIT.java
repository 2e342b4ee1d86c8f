package io.latchkey.gateway.broker;

import io.latchkey.local.Broker;

class HiveMqContractIT extends BrokerContract {

    HiveMqContractIT() {
        super(Broker.HIVEMQ);
    }
}
