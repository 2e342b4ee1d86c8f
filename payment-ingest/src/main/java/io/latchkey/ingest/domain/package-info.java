/** What a partner may say, whether it really said it, and whether it has said so before: pure rules. */
@NullMarked
package io.latchkey.ingest.domain;

import org.jspecify.annotations.NullMarked;
