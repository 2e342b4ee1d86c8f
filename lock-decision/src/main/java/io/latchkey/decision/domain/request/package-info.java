/** What people ask for: support's holds and grants, the partner's own word, and money that is on its way. */
@NullMarked
package io.latchkey.decision.domain.request;

import org.jspecify.annotations.NullMarked;
