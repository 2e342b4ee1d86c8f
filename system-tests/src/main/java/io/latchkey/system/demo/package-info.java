/** The demonstration: the main job, step by step, on the terminal. */
@NullMarked
package io.latchkey.system.demo;

import org.jspecify.annotations.NullMarked;
