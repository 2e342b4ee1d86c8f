/** Tests of the service as a whole. */
@NullMarked
package io.latchkey.issuer;

import org.jspecify.annotations.NullMarked;
