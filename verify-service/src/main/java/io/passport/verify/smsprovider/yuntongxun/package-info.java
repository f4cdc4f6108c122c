/** SMS through Yuntongxun: the account's settings, requests, signature and answers. */
@NullMarked
package io.passport.verify.smsprovider.yuntongxun;

import org.jspecify.annotations.NullMarked;
