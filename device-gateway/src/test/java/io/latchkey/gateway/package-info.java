/** Tests of the service as a whole. */
@NullMarked
package io.latchkey.gateway;

import org.jspecify.annotations.NullMarked;
