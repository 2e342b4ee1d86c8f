package io.latchkey.local.stack;

import io.latchkey.local.Checkout;
import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The local stack: its folder, and its processes in stages. Within a stage all start at once; a stage starts when the
 * one before is ready.
 *
 * @param stages in the order of starting
 */
public record Stack(DataFolder data, List<List<Member>> stages) {

    /**
     * The whole stack, or its servers only, with the broker that the folder remembers. Makes secrets and certificates if there are none.
     *
     * @param environment may move ports
     * @param instances how many there are of each service
     */
    public static Stack of(
            Checkout checkout, DataFolder data, Map<String, String> environment, boolean serversOnly, int instances) {
        data.make();
        Secrets secrets = Secrets.in(data.resolve("secrets.env"));
        Pki pki = Pki.in(data.resolve("pki"), secrets.get("LATCHKEY_PKI_PASSWORD"));
        Ports ports = new Ports(environment);
        Servers servers = new Servers(checkout, data, ports, secrets, pki, data.broker());
        Services services = new Services(checkout, data, ports, secrets, instances);
        return new Stack(
                data,
                serversOnly
                        ? List.of(servers.all())
                        : List.of(servers.all(), services.all(), List.of(services.virtualHandsets())));
    }

    /** The same stack with one service only, of which there may be several instances. */
    Stack only(String service) {
        return new Stack(
                data,
                List.of(members()
                        .filter(member ->
                                member.name().equals(service) || member.name().startsWith(service + "-"))
                        .toList()));
    }

    /** Every process, in the order of starting. */
    public Stream<Member> members() {
        return stages.stream().flatMap(List::stream);
    }
}
