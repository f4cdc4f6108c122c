package io.passport.emulators.sms.yuntongxun;

import io.passport.emulators.http.Response;

/** Yuntongxun's error codes and texts. {@code RATIONALE.md} names the sources. */
enum YuntongxunError {
    AUTHORIZATION_MISSING("111101", "【账号】请求包头Authorization参数为空"),
    AUTHORIZATION_NOT_BASE64("111102", "【账号】请求包头Authorization参数Base64解码失败"),
    AUTHORIZATION_MALFORMED("111103", "【账号】请求包头Authorization参数解码后格式有误"),
    ACCOUNT_MISSING("111104", "【账号】请求包头Authorization参数解码后账户ID为空"),
    TIMESTAMP_MISSING("111105", "【账号】请求包头Authorization参数解码后时间戳为空"),
    TIMESTAMP_EXPIRED("111106", "【账号】请求包头Authorization参数解码后时间戳过期"),
    ACCOUNT_MISMATCH("111107", "【账号】请求包头Authorization参数中账户ID跟请求地址中的账户ID不一致"),
    SIG_MISSING("111108", "【账号】请求地址Sig参数为空"),
    SIG_WRONG("111109", "【账号】请求地址Sig校验失败"),
    TIMESTAMP_MALFORMED("111113", "【账号】请求包头Authorization参数中时间戳格式有误，请参考yyyyMMddHHmmss"),
    ACCOUNT_UNKNOWN("111141", "【账号】主账户不存在"),
    APP_MISSING("111169", "【账号】应用ID为空"),
    APP_UNKNOWN("111181", "【账号】应用不存在"),
    SYSTEM_ERROR("160000", "【短信】系统错误"),
    BODY_EMPTY("160030", "【短信】请求包体为空"),
    BODY_MALFORMED("160031", "【短信】参数解析失败"),
    TEMPLATE_UNKNOWN("160032", "【短信】短信模板无效"),
    TEXT_TOO_LONG("160037", "【短信】短信内容长度限制"),
    MOBILE_MALFORMED("160042", "【短信】号码格式有误"),
    MOBILE_MISSING("160044", "【短信】发送号码为空"),
    MOBILE_TWICE("160045", "【短信】群发号码重复"),
    TOO_MANY_MOBILES("160048", "【短信】号码数超200限制"),
    VARIABLES_MALFORMED("160052", "【短信】模板变量格式有误"),
    TEMPLATE_NO_NUMBER("160057", "【短信】短信模板ID要求为数字");

    private final String code;
    private final String message;

    YuntongxunError(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The vendor's response: errors have HTTP status 200. */
    Response response() {
        return response(200);
    }

    Response response(int status) {
        return Response.json(status, new Body(code, message));
    }

    private record Body(String statusCode, String statusMsg) {}
}
