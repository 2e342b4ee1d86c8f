/** The use cases: a notice in, a letter and its receipt out; a letter that came back. */
@NullMarked
package io.latchkey.notice.app;

import org.jspecify.annotations.NullMarked;
