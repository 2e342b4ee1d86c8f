/** Errors as RFC 9457 problems, and who may call an administration endpoint. */
@NullMarked
package io.latchkey.kit.http;

import org.jspecify.annotations.NullMarked;
