/** Tests of the service as a whole: its rings, and the service on real servers. */
@NullMarked
package io.latchkey.ingest;

import org.jspecify.annotations.NullMarked;
