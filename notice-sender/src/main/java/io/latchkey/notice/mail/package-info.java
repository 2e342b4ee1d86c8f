/** Hands letters to a mail server. */
@NullMarked
package io.latchkey.notice.mail;

import org.jspecify.annotations.NullMarked;
