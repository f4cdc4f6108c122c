/** Yuntongxun's REST API for template SMS (容联云通讯). */
@NullMarked
package io.passport.emulators.sms.yuntongxun;

import org.jspecify.annotations.NullMarked;
