@NullMarked
package io.latchkey.decision.model;

import org.jspecify.annotations.NullMarked;
