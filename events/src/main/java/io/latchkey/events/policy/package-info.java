/**
 * What a lender may do and when: the policy that a partner signs its loans under, and the pack of a country that stands
 * under every policy there. Begin at {@link PolicyReading#of} for a document, {@link Packs#holding} for the law of a day,
 * {@link Pack#breaches} for whether the one keeps to the other.
 */
@NullMarked
package io.latchkey.events.policy;

import org.jspecify.annotations.NullMarked;
