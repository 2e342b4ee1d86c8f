/** What tests of other modules borrow: seeded properties. */
@NullMarked
package io.latchkey.events.testing;

import org.jspecify.annotations.NullMarked;
