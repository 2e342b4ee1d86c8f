/** Tests of the choice, and of what both kinds of servers promise. */
@NullMarked
package io.latchkey.local.containers;

import org.jspecify.annotations.NullMarked;
