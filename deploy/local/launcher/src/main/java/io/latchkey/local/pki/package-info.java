/** The local certificates: a root, the handset authority under it, and the servers' own. */
@NullMarked
package io.latchkey.local.pki;

import org.jspecify.annotations.NullMarked;
