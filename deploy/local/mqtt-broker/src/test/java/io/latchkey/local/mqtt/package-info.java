/** Tests of who may do what on the broker. */
@NullMarked
package io.latchkey.local.mqtt;

import org.jspecify.annotations.NullMarked;
