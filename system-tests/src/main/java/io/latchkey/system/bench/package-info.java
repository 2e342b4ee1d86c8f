/** The benchmark: how long money takes to reach a handset, beside the best and the plain way on the same machine. */
@NullMarked
package io.latchkey.system.bench;

import org.jspecify.annotations.NullMarked;
