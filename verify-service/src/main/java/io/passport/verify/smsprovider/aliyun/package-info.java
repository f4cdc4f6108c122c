/** SMS through Alibaba Cloud: the account's settings, requests, signature and answers. */
@NullMarked
package io.passport.verify.smsprovider.aliyun;

import org.jspecify.annotations.NullMarked;
