package io.latchkey.ingest.app;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.Policies;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A register as maps. */
final class InMemoryRegister implements PartnerRegister {

    private final Map<PartnerId, Announcement> profiles = new LinkedHashMap<>();
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final List<Announcement> pending = new ArrayList<>();

    @Override
    public Uni<Void> keep(PartnerId id, PartnerProfile profile) {
        Optional<Announcement> kept = Optional.ofNullable(profiles.get(id));
        int revision = kept.map(Announcement::revision).orElse(0) + 1;
        PartnerEvent event = revision == 1
                ? new PartnerEvent.PartnerRegistered(id, profile)
                : new PartnerEvent.PartnerChanged(id, profile);
        if (kept.map(InMemoryRegister::profile).filter(profile::equals).isEmpty()) {
            Announcement announcement = new Announcement(event, revision, Instant.EPOCH);
            profiles.put(id, announcement);
            pending.add(announcement);
        }
        return Uni.createFrom().voidItem();
    }

    private static PartnerProfile profile(Announcement announcement) {
        return switch (announcement.event()) {
            case PartnerEvent.PartnerRegistered registered -> registered.profile();
            case PartnerEvent.PartnerChanged changed -> changed.profile();
            case PartnerEvent.PolicyPublished published -> throw new IllegalStateException("no profile");
        };
    }

    @Override
    public Uni<List<Policy>> policies(PartnerId id) {
        return Uni.createFrom()
                .item(policies.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(id + ":"))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    @Override
    public Uni<Map<PartnerId, Policies>> policies() {
        Map<PartnerId, List<Policy>> found = new LinkedHashMap<>();
        policies.forEach((key, policy) -> found.computeIfAbsent(
                        new PartnerId(key.substring(0, key.indexOf(':'))), id -> new ArrayList<>())
                .add(policy));
        return Uni.createFrom()
                .item(found.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> new Policies(e.getValue()))));
    }

    @Override
    public Uni<Count> count(Duration patience) {
        long late = pending.stream()
                .filter(one -> one.event() instanceof PartnerEvent.PolicyPublished)
                .count();
        return Uni.createFrom().item(new Count(policies.size(), late));
    }

    @Override
    public Uni<Policy> keep(PartnerId id, Policy policy, PackId pack) {
        Policy kept = policies.putIfAbsent(id + ":" + policy.name() + policy.version(), policy);
        if (kept == null) {
            PartnerEvent event = new PartnerEvent.PolicyPublished(id, policy, Optional.of(pack));
            pending.add(new Announcement(event, policy.version(), Instant.EPOCH));
        }
        return Uni.createFrom().item(kept == null ? policy : kept);
    }

    @Override
    public Uni<List<Announcement>> pending() {
        return Uni.createFrom().item(List.copyOf(pending));
    }

    @Override
    public Uni<Void> markDone(Announcement announcement) {
        pending.remove(announcement);
        return Uni.createFrom().voidItem();
    }
}
