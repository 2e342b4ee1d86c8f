/** What the borrower must be told before anything is taken, and the proof that it was told. */
@NullMarked
package io.latchkey.decision.domain.notice;

import org.jspecify.annotations.NullMarked;
