package io.latchkey.agent.json;

import io.latchkey.agent.domain.DesiredState;
import io.latchkey.agent.domain.Notice;
import io.latchkey.agent.domain.Restriction;
import io.latchkey.agent.domain.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The claims {@code stg}, {@code rst}, {@code rsn} and {@code ntc}. */
public final class DesiredStateJson {

    private DesiredStateJson() {}

    /**
     * Reads the state; restrictions of an unknown name are left out.
     *
     * @throws MalformedJsonException if the stage is unknown or a claim is of another type
     */
    public static DesiredState read(JsonFields claims) {
        return new DesiredState(
                stage(claims.text("stg")), restrictions(claims), claims.textOrEmpty("rsn"), notice(claims));
    }

    /**
     * Reads {@code rst}; an unknown name is left out.
     *
     * @throws MalformedJsonException if it is no list of names
     */
    public static Set<Restriction> restrictions(JsonFields claims) {
        Set<Restriction> restrictions = new LinkedHashSet<>();
        for (String name : claims.texts("rst")) {
            Restriction.named(name).ifPresent(restrictions::add);
        }
        return restrictions;
    }

    /** The claims again, as they are on the wire. */
    public static Map<String, Object> write(DesiredState desired) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stg", desired.stage().name());
        json.put("rst", names(desired.restrictions()));
        json.put("rsn", desired.reason());
        desired.notice().ifPresent(notice -> json.put("ntc", NoticeJson.write(notice)));
        return json;
    }

    /** The restrictions' names in the order of their declaration. */
    public static List<String> names(Set<Restriction> restrictions) {
        List<String> names = new ArrayList<>();
        restrictions.forEach(restriction -> names.add(restriction.wireName()));
        return names;
    }

    /**
     * Reads a stage.
     *
     * @throws MalformedJsonException if there is none of that name
     */
    public static Stage stage(String name) {
        try {
            return Stage.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("stage is unknown", e);
        }
    }

    /** Reads {@code ntc}; a broken notice is none, for it must not keep a handset from being freed. */
    public static Optional<Notice> notice(JsonFields claims) {
        try {
            return claims.has("ntc") ? NoticeJson.read(claims.object("ntc")) : Optional.empty();
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }
}
