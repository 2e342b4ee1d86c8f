/** The command line behind deploy/up, deploy/down and deploy/status. */
@NullMarked
package io.latchkey.local.cli;

import org.jspecify.annotations.NullMarked;
