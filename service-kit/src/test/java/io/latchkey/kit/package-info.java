/** Tests of what all services share. */
@NullMarked
package io.latchkey.kit;

import org.jspecify.annotations.NullMarked;
