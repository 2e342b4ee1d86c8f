/** Use cases: batches of facts, turns of the clock, publication after the commit; and the ports that they need. */
@NullMarked
package io.latchkey.decision.app;

import org.jspecify.annotations.NullMarked;
