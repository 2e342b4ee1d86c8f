/** How work is carried: in batches where many ask at once, on a Vert.x context of its own, and back to who asked. */
@NullMarked
package io.latchkey.kit.work;

import org.jspecify.annotations.NullMarked;
