/** A mail catcher: takes every letter over SMTP, delivers none, and shows them on a page and as JSON. */
@NullMarked
package io.latchkey.local.mail;

import org.jspecify.annotations.NullMarked;
