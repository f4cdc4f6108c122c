package io.passport.emulators.sms.aliyun;

/** Aliyun's error codes and texts. {@code RATIONALE.md} names the sources. */
enum AliyunError {
    SIGNATURE_INCOMPLETE(
            400, "IncompleteSignature", "The request signature does not conform to Alibaba Cloud standards."),
    KEY_UNKNOWN(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
    TIMESTAMP_MALFORMED(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."),
    TIMESTAMP_EXPIRED(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."),
    NONCE_USED(400, "SignatureNonceUsed", "Specified signature nonce was used already."),
    SIGNATURE_WRONG(
            400,
            "SignatureDoesNotMatch",
            "Specified signature is not matched with our calculation. server string to sign is:%s"),
    ACTION_UNKNOWN(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."),
    VERSION_UNKNOWN(400, "InvalidVersion", "Specified parameter Version is not valid."),
    PARAMETER_MISSING(400, "Missing%s", "%1$s is mandatory for this action."),
    MOBILE_MALFORMED(200, "isv.MOBILE_NUMBER_ILLEGAL", "%sinvalid mobile number"),
    SIGN_NAME_UNKNOWN(200, "isv.SMS_SIGNATURE_ILLEGAL", "该账号下找不到对应签名"),
    TEMPLATE_UNKNOWN(200, "isv.SMS_TEMPLATE_ILLEGAL", "该账号下找不到对应模板"),
    PARAMETERS_NO_JSON(200, "isv.INVALID_JSON_PARAM", "参数格式错误，请修改为字符串值"),
    VARIABLE_MISSING(200, "isv.TEMPLATE_MISSING_PARAMETERS", "模板变量缺少对应参数值"),
    TOO_OFTEN(200, "isv.BUSINESS_LIMIT_CONTROL", "%s"),
    UNAVAILABLE(503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server.");

    private final int status;
    private final String code;
    private final String message;

    AliyunError(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    int status() {
        return status;
    }

    /** The error code, with the detail if the vendor includes it. */
    String code(String detail) {
        return code.formatted(detail);
    }

    /** The text, with the detail if the vendor includes it. */
    String message(String detail) {
        return message.formatted(detail);
    }
}
