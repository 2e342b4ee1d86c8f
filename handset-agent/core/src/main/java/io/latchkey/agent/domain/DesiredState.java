package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The whole state that a handset is to be in, never a command.
 *
 * @param restrictions what is taken away; empty in every stage that may not restrict, whatever was asked
 * @param notice empty if the token carried none that can be read
 */
public record DesiredState(Stage stage, Set<Restriction> restrictions, String reason, Optional<Notice> notice) {

    /** A handset before its first token: a phone like any other. */
    public static final DesiredState UNRESTRICTED =
            new DesiredState(Stage.CURRENT, EnumSet.noneOf(Restriction.class), "", Optional.empty());

    public DesiredState {
        requireNonNull(stage, "stage");
        requireNonNull(reason, "reason");
        requireNonNull(notice, "notice");
        EnumSet<Restriction> effective = EnumSet.noneOf(Restriction.class);
        if (stage.mayRestrict()) {
            effective.addAll(restrictions);
        }
        restrictions = Collections.unmodifiableSet(effective);
    }
}
