/** What a service needs that builds its lost database again from the topics. */
@NullMarked
package io.latchkey.kit.lost;

import org.jspecify.annotations.NullMarked;
