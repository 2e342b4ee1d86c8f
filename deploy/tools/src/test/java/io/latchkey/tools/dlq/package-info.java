@NullMarked
package io.latchkey.tools.dlq;

import org.jspecify.annotations.NullMarked;
