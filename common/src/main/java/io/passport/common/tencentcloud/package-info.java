/** The client for APIs of Tencent Cloud: it sends each request at most once, because each one costs money. */
@NullMarked
package io.passport.common.tencentcloud;

import org.jspecify.annotations.NullMarked;
