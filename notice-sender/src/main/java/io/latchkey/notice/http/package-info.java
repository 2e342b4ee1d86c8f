/** Where operators report letters that came back. */
@NullMarked
package io.latchkey.notice.http;

import org.jspecify.annotations.NullMarked;
