/** Tests of what a seal must hold and what must not come through it. */
@NullMarked
package io.latchkey.kit.personal;

import org.jspecify.annotations.NullMarked;
