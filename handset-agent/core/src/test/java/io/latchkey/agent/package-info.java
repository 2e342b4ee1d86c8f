/** Tests of the agent's layers. */
@NullMarked
package io.latchkey.agent;

import org.jspecify.annotations.NullMarked;
