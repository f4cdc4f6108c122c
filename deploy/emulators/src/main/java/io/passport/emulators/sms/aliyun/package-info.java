/** Alibaba Cloud's SMS (阿里云短信服务, Dysmsapi 2017-05-25), with request signature V3. */
@NullMarked
package io.passport.emulators.sms.aliyun;

import org.jspecify.annotations.NullMarked;
