/** Tests of what the node is told: settings and topics. */
@NullMarked
package io.latchkey.local.kafka;

import org.jspecify.annotations.NullMarked;
