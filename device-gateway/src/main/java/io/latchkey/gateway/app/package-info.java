/** The use cases: offer a code, enroll a handset, carry tokens, take reports; and the ports they need. */
@NullMarked
package io.latchkey.gateway.app;

import org.jspecify.annotations.NullMarked;
