/** Tests of how work is carried. */
@NullMarked
package io.latchkey.kit.work;

import org.jspecify.annotations.NullMarked;
