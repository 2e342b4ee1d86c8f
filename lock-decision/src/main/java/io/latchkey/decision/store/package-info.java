/** Loans, handsets, rules, offsets and the outbox in PostgreSQL, all in one transaction a batch. */
@NullMarked
package io.latchkey.decision.store;

import org.jspecify.annotations.NullMarked;
