/** What concerns all loans of a partner at once: how sound its payments are, and how many borrowers an hour may touch. */
@NullMarked
package io.latchkey.decision.domain.fleet;

import org.jspecify.annotations.NullMarked;
