/** Tests of the servers as integration tests get them. */
@NullMarked
package io.latchkey.local;

import org.jspecify.annotations.NullMarked;
