/** Signatures: judges tokens by the keys that the enrollment gave us, and signs reports with the handset's own. */
@NullMarked
package io.latchkey.agent.jose;

import org.jspecify.annotations.NullMarked;
