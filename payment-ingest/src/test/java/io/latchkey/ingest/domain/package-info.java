/** Tests of what a partner may say and whether it really said it. */
@NullMarked
package io.latchkey.ingest.domain;

import org.jspecify.annotations.NullMarked;
