/** Tells borrowers what lies ahead of them, and proves that they were told. */
@NullMarked
package io.latchkey.notice;

import org.jspecify.annotations.NullMarked;
