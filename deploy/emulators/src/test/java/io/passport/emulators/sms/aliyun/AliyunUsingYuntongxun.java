package io.passport.emulators.sms.aliyun;

import io.passport.emulators.inbox.InboxPage;
import io.passport.emulators.sms.yuntongxun.YuntongxunSms;

/** Breaks two rules: a vendor uses neither another vendor nor the inbox page. */
public interface AliyunUsingYuntongxun {
    YuntongxunSms vendor();

    InboxPage page();
}
