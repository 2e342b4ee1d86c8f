/** Explanations for operators, and the clock of a local stack. */
@NullMarked
package io.latchkey.decision.http;

import org.jspecify.annotations.NullMarked;
