@NullMarked
package io.latchkey.ingest.iso20022;

import org.jspecify.annotations.NullMarked;
