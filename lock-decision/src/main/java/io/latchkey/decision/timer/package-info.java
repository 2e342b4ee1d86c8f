/** Gives the loans that are due their turn, at a measured pace. */
@NullMarked
package io.latchkey.decision.timer;

import org.jspecify.annotations.NullMarked;
