/** Tests of the whole service, on real servers. */
@NullMarked
package io.latchkey.notice;

import org.jspecify.annotations.NullMarked;
