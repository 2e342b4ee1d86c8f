/** How documents are written, without a database. */
@NullMarked
package io.latchkey.decision.store;

import org.jspecify.annotations.NullMarked;
