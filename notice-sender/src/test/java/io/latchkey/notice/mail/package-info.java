/** Tests of how the mail server is spoken to. */
@NullMarked
package io.latchkey.notice.mail;

import org.jspecify.annotations.NullMarked;
