/** Takes a request's context, such as the request id in its log lines, to other threads. */
@NullMarked
package io.passport.common.context;

import org.jspecify.annotations.NullMarked;
