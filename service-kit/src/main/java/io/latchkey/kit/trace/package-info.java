/** W3C trace context, carried from the request to the handset's report. */
@NullMarked
package io.latchkey.kit.trace;

import org.jspecify.annotations.NullMarked;
