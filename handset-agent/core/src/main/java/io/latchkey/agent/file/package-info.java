/** Keeps a handset's memory in one file. */
@NullMarked
package io.latchkey.agent.file;

import org.jspecify.annotations.NullMarked;
