package io.latchkey.decision.store;

import io.latchkey.decision.app.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** How far a partition was consumed. */
@NullUnmarked
@Entity
@Table(name = "consumed")
class ConsumedRow {

    @EmbeddedId
    Key key;

    @Column(name = "next_offset")
    long nextOffset;

    static ConsumedRow at(Source source) {
        ConsumedRow row = new ConsumedRow();
        row.key = Key.of(source);
        return row;
    }

    Source source() {
        return new Source(key.topic(), key.part());
    }

    /**
     * The key.
     *
     * @param topic the topic
     * @param part the partition
     */
    @Embeddable
    record Key(String topic, int part) {

        static Key of(Source source) {
            return new Key(source.topic(), source.partition());
        }
    }
}
