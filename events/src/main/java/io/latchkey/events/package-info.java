/** The shared language of all modules: one record for each event, the ids and the money they carry. */
@NullMarked
package io.latchkey.events;

import org.jspecify.annotations.NullMarked;
