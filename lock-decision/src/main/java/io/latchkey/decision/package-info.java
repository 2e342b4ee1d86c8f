/** lock-decision: keeps each loan's overdue state and decides at the right moment what its handset shall be. */
@NullMarked
package io.latchkey.decision;

import org.jspecify.annotations.NullMarked;
