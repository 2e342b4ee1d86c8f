/** The brake and the cap, against an obvious second reading. */
@NullMarked
package io.latchkey.decision.domain.fleet;

import org.jspecify.annotations.NullMarked;
