/** Tests of the pseudonyms. */
@NullMarked
package io.latchkey.kit.identity;

import org.jspecify.annotations.NullMarked;
