/** How far consumers are behind: the one thing that a soak asks Kafka and no face of the stack tells. */
@NullMarked
package io.latchkey.system.bench.lag;

import org.jspecify.annotations.NullMarked;
