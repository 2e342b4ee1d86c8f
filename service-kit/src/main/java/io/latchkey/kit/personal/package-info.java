/** Borrowers' personal data: sealed under a key of the loan's own, which may be thrown away. */
@NullMarked
package io.latchkey.kit.personal;

import org.jspecify.annotations.NullMarked;
