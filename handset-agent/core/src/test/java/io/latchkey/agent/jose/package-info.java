/** Tests of the agent's jose. */
@NullMarked
package io.latchkey.agent.jose;

import org.jspecify.annotations.NullMarked;
