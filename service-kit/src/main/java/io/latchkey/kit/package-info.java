/** What every service needs at its rim and no business: settings that all share. */
@NullMarked
package io.latchkey.kit;

import org.jspecify.annotations.NullMarked;
