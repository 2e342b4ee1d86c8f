/** Tests of the pure rules, and the fixtures that tell loans. */
@NullMarked
package io.latchkey.decision.domain;

import org.jspecify.annotations.NullMarked;
