/** Tests of the agent's mqtt. */
@NullMarked
package io.latchkey.agent.mqtt;

import org.jspecify.annotations.NullMarked;
