/** What a handset holds and how it answers what comes in: values and one pure function, no clock, no network. */
@NullMarked
package io.latchkey.agent.domain;

import org.jspecify.annotations.NullMarked;
