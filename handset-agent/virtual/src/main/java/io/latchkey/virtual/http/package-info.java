/** The shell's HTTP interface and its page, on the JDK's own server. */
@NullMarked
package io.latchkey.virtual.http;

import org.jspecify.annotations.NullMarked;
