/** Tests of the trace context. */
@NullMarked
package io.latchkey.kit.trace;

import org.jspecify.annotations.NullMarked;
