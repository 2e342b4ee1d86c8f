package io.latchkey.gateway.store;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.HandsetKeys;
import io.latchkey.gateway.domain.HandsetName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Enrolled keys, which never change: looked up once, a batch at a time. What is not known is asked for again. */
@ApplicationScoped
class CachedHandsetKeys implements HandsetKeys {

    private static final int CACHED = 100_000;
    private static final String KEYS = "select e.device_id, e.enrollment, e.spki from enrollments e"
            + " join unnest(cast(:devices as text[]), cast(:numbers as integer[])) as asked (device_id, enrollment)"
            + " on e.device_id = asked.device_id and e.enrollment = asked.enrollment";

    private final Sessions sessions;
    private final Map<HandsetName, String> cache = Collections.synchronizedMap(new LatestUsed());

    CachedHandsetKeys(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Map<HandsetName, String>> of(Collection<HandsetName> names) {
        Map<HandsetName, String> found = new HashMap<>();
        for (HandsetName name : names) {
            String key = cache.get(name);
            if (key != null) {
                found.put(name, key);
            }
        }
        List<HandsetName> missing =
                names.stream().filter(name -> !found.containsKey(name)).toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return read(missing).map(read -> {
            cache.putAll(read);
            found.putAll(read);
            return found;
        });
    }

    private Uni<Map<HandsetName, String>> read(List<HandsetName> names) {
        String[] devices = names.stream().map(name -> name.deviceId().value()).toArray(String[]::new);
        Integer[] numbers = names.stream().map(HandsetName::enrollment).toArray(Integer[]::new);
        return sessions.inStatelessSession(session -> session.createNativeQuery(KEYS, Object[].class)
                        .setParameter("devices", devices)
                        .setParameter("numbers", numbers)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(
                                row -> new HandsetName(new DeviceId((String) row[0]), ((Number) row[1]).intValue()),
                                row -> (String) row[2])));
    }

    private static final class LatestUsed extends LinkedHashMap<HandsetName, String> {

        LatestUsed() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<HandsetName, String> eldest) {
            return size() > CACHED;
        }
    }
}
