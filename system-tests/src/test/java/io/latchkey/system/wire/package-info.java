/** Wires between the processes of a stack, which can be cut. */
@NullMarked
package io.latchkey.system.wire;

import org.jspecify.annotations.NullMarked;
