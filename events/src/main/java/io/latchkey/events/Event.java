package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A fact that is published on a topic. Every event is a record, and its JSON is that record's components. */
public interface Event {

    /**
     * The topic that carries events of this kind.
     *
     * @return the topic
     */
    @JsonIgnore
    Topic topic();

    /**
     * The record's key, which decides its partition and so its order.
     *
     * @return a loan's, a device's or a partner's id
     */
    @JsonIgnore
    String key();
}
