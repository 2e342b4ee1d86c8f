/** Tests of every letter in every language. */
@NullMarked
package io.latchkey.notice.template;

import org.jspecify.annotations.NullMarked;
