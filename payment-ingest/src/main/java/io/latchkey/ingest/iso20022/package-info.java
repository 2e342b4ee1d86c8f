/** Reads what banks report in ISO 20022, as a stream. */
@NullMarked
package io.latchkey.ingest.iso20022;

import org.jspecify.annotations.NullMarked;
