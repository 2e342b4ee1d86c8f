/** What a notice says, in the borrower's language, and the name by which its letter is known. */
@NullMarked
package io.latchkey.notice.domain;

import org.jspecify.annotations.NullMarked;
