/** Tests of reading webhooks strictly. */
@NullMarked
package io.latchkey.ingest.http;

import org.jspecify.annotations.NullMarked;
