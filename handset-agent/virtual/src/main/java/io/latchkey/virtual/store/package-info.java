/** A folder for each handset. */
@NullMarked
package io.latchkey.virtual.store;

import org.jspecify.annotations.NullMarked;
