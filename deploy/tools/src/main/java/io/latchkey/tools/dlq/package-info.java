/** Dead letters: what no service could read, and what becomes of it. */
@NullMarked
package io.latchkey.tools.dlq;

import org.jspecify.annotations.NullMarked;
