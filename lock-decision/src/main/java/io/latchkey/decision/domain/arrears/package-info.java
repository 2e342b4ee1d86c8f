/** What is owed: the schedule, the money that came, and the position that both give on a date. */
@NullMarked
package io.latchkey.decision.domain.arrears;

import org.jspecify.annotations.NullMarked;
