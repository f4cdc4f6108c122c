/** SMS through Tencent Cloud: the account's settings, requests, signature and answers. */
@NullMarked
package io.passport.verify.smsprovider.tencent;

import org.jspecify.annotations.NullMarked;
