package io.latchkey.local.stack;

import io.latchkey.local.Broker;
import io.latchkey.local.Checkout;
import io.latchkey.local.LocalPostgres;
import io.latchkey.local.LocalTopics;
import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.Member;
import io.latchkey.local.server.KafkaNode;
import io.latchkey.local.server.MailCatcher;
import io.latchkey.local.server.PostgresServer;
import java.util.List;

/** The servers that the services need. */
record Servers(Checkout checkout, DataFolder data, Ports ports, Secrets secrets, Pki pki, Broker broker) {

    List<Member> all() {
        return List.of(
                KafkaNode.member(
                        checkout.serverJar("kafka-server", "local-kafka"),
                        data.resolve("kafka"),
                        ports.kafka(),
                        ports.reached(ports.kafka()),
                        LocalTopics.all()),
                broker.member(checkout, ports.environment(), data.resolve(broker.folder()), ports.mqtt(), pki),
                MailCatcher.member(
                        checkout.serverJar("mail-catcher", "local-mail"),
                        data.resolve("mail"),
                        ports.mail(),
                        ports.mailPage()),
                // Last: its first start is prepared here, while the others start already.
                PostgresServer.member(
                        checkout.unpacked(),
                        data.resolve("postgres"),
                        ports.postgres(),
                        secrets.get("LATCHKEY_DB_PASSWORD"),
                        LocalPostgres.DATABASES));
    }
}
