/** Talks to the device gateway over HTTPS. */
@NullMarked
package io.latchkey.virtual.gateway;

import org.jspecify.annotations.NullMarked;
