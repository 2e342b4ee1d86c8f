/** The two clocks: business time, which a local stack may move forward, and system time. */
@NullMarked
package io.latchkey.kit.clock;

import org.jspecify.annotations.NullMarked;
