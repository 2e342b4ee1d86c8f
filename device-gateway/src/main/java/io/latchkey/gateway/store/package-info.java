/** Codes, enrollments and the newest tokens in PostgreSQL, by Hibernate Reactive. */
@NullMarked
package io.latchkey.gateway.store;

import org.jspecify.annotations.NullMarked;
