/** The clock of a local stack, and health. */
@NullMarked
package io.latchkey.decision.http;

import org.jspecify.annotations.NullMarked;
