/** Tests of the whole service. */
@NullMarked
package io.latchkey.decision;

import org.jspecify.annotations.NullMarked;
