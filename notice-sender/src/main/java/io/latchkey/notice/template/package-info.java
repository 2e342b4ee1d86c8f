/** Writes letters from Qute templates. */
@NullMarked
package io.latchkey.notice.template;

import org.jspecify.annotations.NullMarked;
