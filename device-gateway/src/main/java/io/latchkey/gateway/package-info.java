/** Enrolls handsets, carries tokens out to them and their reports in. */
@NullMarked
package io.latchkey.gateway;

import org.jspecify.annotations.NullMarked;
