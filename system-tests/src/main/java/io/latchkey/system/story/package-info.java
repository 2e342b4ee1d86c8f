/** Stories that borrowers, lenders and handsets play on a running stack. */
@NullMarked
package io.latchkey.system.story;

import org.jspecify.annotations.NullMarked;
