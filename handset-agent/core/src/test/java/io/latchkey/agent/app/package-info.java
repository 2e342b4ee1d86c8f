/** Tests of the agent's app. */
@NullMarked
package io.latchkey.agent.app;

import org.jspecify.annotations.NullMarked;
