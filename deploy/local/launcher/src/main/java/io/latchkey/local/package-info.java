/** Real servers for integration tests: each a process of its own that never outlives the test. */
@NullMarked
package io.latchkey.local;

import org.jspecify.annotations.NullMarked;
