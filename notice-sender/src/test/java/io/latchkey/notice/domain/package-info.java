/** Tests of what letters say and how they are named. */
@NullMarked
package io.latchkey.notice.domain;

import org.jspecify.annotations.NullMarked;
