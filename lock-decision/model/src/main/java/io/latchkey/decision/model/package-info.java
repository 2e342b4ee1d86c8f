/**
 * A slow and obvious second opinion on what shall become of a loan: a clerk who keeps every slip of paper, reads all of them
 * from the first one on each time, and looks out for each moment at which anything may change. It shares nothing with the
 * domain but the words in which facts and requests are told.
 */
@NullMarked
package io.latchkey.decision.model;

import org.jspecify.annotations.NullMarked;
