/** The use case: intents in, signed tokens out, in batches. */
@NullMarked
package io.latchkey.issuer.app;

import org.jspecify.annotations.NullMarked;
