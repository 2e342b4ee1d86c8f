/** Keeps the wrapped keys of loans in PostgreSQL. */
@NullMarked
package io.latchkey.notice.store;

import org.jspecify.annotations.NullMarked;
