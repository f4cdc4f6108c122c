package io.passport.user.sessions;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.activity.ActivityType;

/** How somebody who signs in has proved who they are: it decides what is written down of it, and what a refusal says. */
enum SignInMethod {
    /** That the first device is new says nothing. */
    REGISTRATION(ActivityType.REGISTERED, ActivityType.REGISTERED, SignInMethod.CHANGED),
    /** Answered as a wrong one: that it was right a moment ago is told to nobody. */
    PASSWORD(ActivityType.SIGNED_IN, ActivityType.SIGNED_IN_FROM_NEW_DEVICE, "用户名或密码错误"),
    SMS_CODE(ActivityType.SIGNED_IN, ActivityType.SIGNED_IN_FROM_NEW_DEVICE, SignInMethod.CHANGED);

    private static final String CHANGED = "账户信息刚刚变更，请重试";

    private final ActivityType known;
    private final ActivityType unknown;
    private final String credentialsChanged;

    SignInMethod(ActivityType known, ActivityType unknown, String credentialsChanged) {
        this.known = known;
        this.unknown = unknown;
        this.credentialsChanged = credentialsChanged;
    }

    /** What has happened, from a device that the account knew or did not know. */
    ActivityType event(boolean newDevice) {
        return newDevice ? unknown : known;
    }

    /** What proves the owner was changed since it was looked at. */
    ApiException credentialsChanged() {
        return ApiException.of(ErrorCode.DATAERR, credentialsChanged);
    }
}
