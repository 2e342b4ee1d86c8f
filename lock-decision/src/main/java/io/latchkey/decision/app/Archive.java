package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.events.Topic;
import io.latchkey.kit.kafka.Inbound;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The topics, each read once from its beginning to where it ended when the reading began. Callers wait; records that cannot
 * be read are left out, for they lie among the dead letters.
 */
public interface Archive {

    /**
     * Tells whether anything was ever written to a topic.
     *
     * @param topic the topic
     * @return true if it has a record, or had one
     */
    boolean holds(Topic topic);

    /**
     * Reads what happened to loans.
     *
     * @param topic one that lock-decision decides on
     * @param take takes one portion after the other
     * @return where the topic ended
     */
    Map<Source, Long> happened(Topic topic, Consumer<Batch<LoanEvent>> take);

    /**
     * How far the service had taken a topic, as it told the broker. It tells it after each commit, so this is never ahead of
     * what a lost database knew.
     *
     * @param topic one that lock-decision decides on
     * @return the next offset of each partition of which that is known
     */
    Map<Source, Long> taken(Topic topic);

    /**
     * Reads what was said.
     *
     * @param topic any topic
     * @param take takes one portion after the other, those of a partition in order
     * @return where the topic ended
     */
    Map<Source, Long> said(Topic topic, Consumer<List<Inbound.Fact>> take);
}
