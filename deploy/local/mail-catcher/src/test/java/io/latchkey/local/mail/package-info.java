/** Tests of what is kept, and of what people and programs are shown. */
@NullMarked
package io.latchkey.local.mail;

import org.jspecify.annotations.NullMarked;
