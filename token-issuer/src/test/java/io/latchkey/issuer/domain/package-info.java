/** Tests of what a token says. */
@NullMarked
package io.latchkey.issuer.domain;

import org.jspecify.annotations.NullMarked;
