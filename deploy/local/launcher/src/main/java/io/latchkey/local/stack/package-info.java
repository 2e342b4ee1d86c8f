/** The local stack: all its processes in one list, their settings, and starting, stopping and showing them. */
@NullMarked
package io.latchkey.local.stack;

import org.jspecify.annotations.NullMarked;
