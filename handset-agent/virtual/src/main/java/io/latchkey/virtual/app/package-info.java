/** Many handsets in one process: enroll them, switch them on and off, look into their memory. */
@NullMarked
package io.latchkey.virtual.app;

import org.jspecify.annotations.NullMarked;
