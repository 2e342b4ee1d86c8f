/** The outer faces of a running stack, as its users reach them: over HTTP, with their own secrets. */
@NullMarked
package io.latchkey.system.client;

import org.jspecify.annotations.NullMarked;
