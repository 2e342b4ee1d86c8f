/** Tests of the rules. */
@NullMarked
package io.latchkey.gateway.domain;

import org.jspecify.annotations.NullMarked;
