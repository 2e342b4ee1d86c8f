/** What the tests of services borrow: the rings as ArchUnit rules. */
@NullMarked
package io.latchkey.kit.testing;

import org.jspecify.annotations.NullMarked;
