/** Pseudonyms: from account numbers and IMEIs, which stay at the rim, to the ids that travel. */
@NullMarked
package io.latchkey.kit.identity;

import org.jspecify.annotations.NullMarked;
