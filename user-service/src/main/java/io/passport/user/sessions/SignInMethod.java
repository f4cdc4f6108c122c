package io.passport.user.sessions;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.activity.ActivityType;

/** How the user was authenticated. It decides the entry in the activity log and the text of an error. */
public enum SignInMethod {
    /** Registration always uses a new device, so it is not reported as one. */
    REGISTRATION(ActivityType.REGISTERED, ActivityType.REGISTERED, SignInMethod.CHANGED),
    /** Has the text of a wrong password, so that it does not tell that the password was right until a moment ago. */
    PASSWORD(ActivityType.SIGNED_IN, ActivityType.SIGNED_IN_FROM_NEW_DEVICE, "用户名或密码错误"),
    SMS_CODE(ActivityType.SIGNED_IN, ActivityType.SIGNED_IN_FROM_NEW_DEVICE, SignInMethod.CHANGED);

    private static final String CHANGED = "账户信息刚刚变更，请重试";

    private final ActivityType fromKnownDevice;
    private final ActivityType fromNewDevice;
    private final String credentialsChanged;

    SignInMethod(ActivityType fromKnownDevice, ActivityType fromNewDevice, String credentialsChanged) {
        this.fromKnownDevice = fromKnownDevice;
        this.fromNewDevice = fromNewDevice;
        this.credentialsChanged = credentialsChanged;
    }

    ActivityType activityType(boolean newDevice) {
        return newDevice ? fromNewDevice : fromKnownDevice;
    }

    /** The error when password or mobile number was changed while the user signed in: {@code 4004}. */
    ApiException credentialsChanged() {
        return ApiException.of(ErrorCode.DATAERR, credentialsChanged);
    }
}
