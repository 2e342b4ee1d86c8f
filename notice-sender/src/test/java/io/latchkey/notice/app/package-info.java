/** Tests of what becomes of notices. */
@NullMarked
package io.latchkey.notice.app;

import org.jspecify.annotations.NullMarked;
