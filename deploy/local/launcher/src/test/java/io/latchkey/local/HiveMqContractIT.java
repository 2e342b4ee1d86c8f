package io.latchkey.local;

class HiveMqContractIT extends BrokerContract {

    HiveMqContractIT() {
        super(Broker.HIVEMQ);
    }
}
