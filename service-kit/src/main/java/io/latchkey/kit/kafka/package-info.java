/** Events as Kafka records with CloudEvents headers: written, read, and put aside when unreadable. */
@NullMarked
package io.latchkey.kit.kafka;

import org.jspecify.annotations.NullMarked;
