/** Tests of what the virtual handsets keep. */
@NullMarked
package io.latchkey.virtual.store;

import org.jspecify.annotations.NullMarked;
