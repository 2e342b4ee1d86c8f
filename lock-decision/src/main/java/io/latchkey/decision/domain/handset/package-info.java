/** What a handset was last told to be, and what it shall be told next. */
@NullMarked
package io.latchkey.decision.domain.handset;

import org.jspecify.annotations.NullMarked;
