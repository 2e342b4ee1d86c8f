/** The rules of enrollment, of tokens on their way and of reports; {@link io.latchkey.gateway.domain.ReportMapping#from} is where to begin. */
@NullMarked
package io.latchkey.gateway.domain;

import org.jspecify.annotations.NullMarked;
