/** The webhook: raw requests are authenticated, read strictly, and each outcome gets one status. */
@NullMarked
package io.latchkey.ingest.http;

import org.jspecify.annotations.NullMarked;
