@NullMarked
package io.latchkey.ingest.timer;

import org.jspecify.annotations.NullMarked;
