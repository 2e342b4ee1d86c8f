/** Plays random histories to the engine and to the clerk of the model at once, and looks where they part. */
@NullMarked
package io.latchkey.decision.proof;

import org.jspecify.annotations.NullMarked;
