/** Tests of the database's adapter that need no database. */
@NullMarked
package io.latchkey.ingest.store;

import org.jspecify.annotations.NullMarked;
