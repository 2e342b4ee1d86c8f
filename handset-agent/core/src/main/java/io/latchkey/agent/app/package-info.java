/** The agent's one use case, take one thing at a time through the policy, and the ports that a shell provides. */
@NullMarked
package io.latchkey.agent.app;

import org.jspecify.annotations.NullMarked;
