/** Tests of the benchmark's own judgement. */
@NullMarked
package io.latchkey.system.bench;

import org.jspecify.annotations.NullMarked;
