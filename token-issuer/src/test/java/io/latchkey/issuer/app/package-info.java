/** Tests of the use case with ports in memory. */
@NullMarked
package io.latchkey.issuer.app;

import org.jspecify.annotations.NullMarked;
