/** The JSON of the wire and of the store: the only files that know both the domain and its spelling. */
@NullMarked
package io.latchkey.agent.json;

import org.jspecify.annotations.NullMarked;
