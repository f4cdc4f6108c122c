package io.passport.user.sessions;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.activity.Event;

/** How somebody who signs in has proved who they are: it decides what is written down of it, and what a refusal says. */
enum WayIn {
    /** That the first device is new says nothing. */
    REGISTRATION(Event.REGISTERED, Event.REGISTERED, WayIn.CHANGED),
    /** Answered as a wrong one: that it was right a moment ago is told to nobody. */
    PASSWORD(Event.SIGNED_IN, Event.SIGNED_IN_FROM_NEW_DEVICE, "用户名或密码错误"),
    SMS_CODE(Event.SIGNED_IN, Event.SIGNED_IN_FROM_NEW_DEVICE, WayIn.CHANGED);

    private static final String CHANGED = "账户信息刚刚变更，请重试";

    private final Event known;
    private final Event unknown;
    private final String overtaken;

    WayIn(Event known, Event unknown, String overtaken) {
        this.known = known;
        this.unknown = unknown;
        this.overtaken = overtaken;
    }

    /** What has happened, from a device that the account knew or did not know. */
    Event event(boolean newDevice) {
        return newDevice ? unknown : known;
    }

    /** What proves the owner was changed since it was looked at. */
    ApiException overtaken() {
        return ApiException.of(ErrorCode.DATAERR, overtaken);
    }
}
