/** Tests of the agent's domain. */
@NullMarked
package io.latchkey.agent.domain;

import org.jspecify.annotations.NullMarked;
