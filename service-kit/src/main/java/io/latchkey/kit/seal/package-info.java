/** Sealing of what must not be read where it is kept or travels. */
@NullMarked
package io.latchkey.kit.seal;

import org.jspecify.annotations.NullMarked;
