/** Signs what lock-decision wants a handset to be, and looks after the signing key. */
@NullMarked
package io.latchkey.issuer;

import org.jspecify.annotations.NullMarked;
