/** The same path by raw clients: the floor that nothing beats, and the plain way that most would take. */
@NullMarked
package io.latchkey.system.bench.rival;

import org.jspecify.annotations.NullMarked;
