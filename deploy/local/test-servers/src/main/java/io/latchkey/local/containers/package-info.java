/** The servers of integration tests: from containers where a Docker API answers, embedded ones where not. */
@NullMarked
package io.latchkey.local.containers;

import org.jspecify.annotations.NullMarked;
