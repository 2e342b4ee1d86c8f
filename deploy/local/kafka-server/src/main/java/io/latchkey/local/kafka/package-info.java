/** One Kafka node (broker and controller in one process), ready only when its topics exist. */
@NullMarked
package io.latchkey.local.kafka;

import org.jspecify.annotations.NullMarked;
