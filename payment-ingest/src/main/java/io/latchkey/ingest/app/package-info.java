/** The use cases, accept a fact and announce the partners, and the ports that they need. */
@NullMarked
package io.latchkey.ingest.app;

import org.jspecify.annotations.NullMarked;
