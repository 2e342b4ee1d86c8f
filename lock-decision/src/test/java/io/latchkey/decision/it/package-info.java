/** Tests on a real broker and a real database. */
@NullMarked
package io.latchkey.decision.it;

import org.jspecify.annotations.NullMarked;
