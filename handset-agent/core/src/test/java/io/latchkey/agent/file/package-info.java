/** Tests of the agent's file. */
@NullMarked
package io.latchkey.agent.file;

import org.jspecify.annotations.NullMarked;
