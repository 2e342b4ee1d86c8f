/**
 * Says how every loan, handset and notice must stand, by the slow model of the overdue engine and from nothing but what was
 * told and accepted; and finds what stands otherwise.
 */
@NullMarked
package io.latchkey.system.oracle;

import org.jspecify.annotations.NullMarked;
