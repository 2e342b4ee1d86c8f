/** What tests of other modules borrow: seeded properties, and OpenAPI documents to hold answers to. */
@NullMarked
package io.latchkey.events.testing;

import org.jspecify.annotations.NullMarked;
