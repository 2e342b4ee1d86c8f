/** Starts the shell: settings, wiring, threads. */
@NullMarked
package io.latchkey.virtual;

import org.jspecify.annotations.NullMarked;
