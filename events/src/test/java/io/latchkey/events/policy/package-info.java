/** Tests of policies and packs. */
@NullMarked
package io.latchkey.events.policy;

import org.jspecify.annotations.NullMarked;
