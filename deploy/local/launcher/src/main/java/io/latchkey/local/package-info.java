/** Real servers for integration tests, which never outlive the test. */
@NullMarked
package io.latchkey.local;

import org.jspecify.annotations.NullMarked;
