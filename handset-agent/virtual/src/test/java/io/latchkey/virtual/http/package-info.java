/** Tests of the shell's HTTP interface. */
@NullMarked
package io.latchkey.virtual.http;

import org.jspecify.annotations.NullMarked;
