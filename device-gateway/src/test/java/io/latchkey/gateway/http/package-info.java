@NullMarked
package io.latchkey.gateway.http;

import org.jspecify.annotations.NullMarked;
