/** Starting, watching and ending operating system processes. */
@NullMarked
package io.latchkey.local.process;

import org.jspecify.annotations.NullMarked;
