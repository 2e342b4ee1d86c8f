/** What was accepted and what was announced, kept in PostgreSQL by Hibernate Reactive. */
@NullMarked
package io.latchkey.ingest.store;

import org.jspecify.annotations.NullMarked;
