/** Decides the stage of each loan from facts, contract and time alone; begin at {@link LockPolicy#decide}. */
@NullMarked
package io.latchkey.decision.domain;

import org.jspecify.annotations.NullMarked;
