/** Tests of what is owed. */
@NullMarked
package io.latchkey.decision.domain.arrears;

import org.jspecify.annotations.NullMarked;
