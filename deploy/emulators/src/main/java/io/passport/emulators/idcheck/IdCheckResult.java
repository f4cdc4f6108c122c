package io.passport.emulators.idcheck;

import java.util.regex.Pattern;

/** The result of the check, with the vendor's codes and texts. */
enum IdCheckResult {
    CONSISTENT("0", "姓名和身份证号一致"),
    INCONSISTENT("-1", "姓名和身份证号不一致"),
    BAD_NUMBER("-2", "非法身份证号（长度、校验位等不正确）"),
    BAD_NAME("-3", "非法姓名（长度、格式等不正确）");

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}·]{0,30}\\p{L}");

    private final String result;
    private final String description;

    IdCheckResult(String result, String description) {
        this.result = result;
        this.description = description;
    }

    static IdCheckResult of(String name, String idCard) {
        if (!IdCardNumber.isWellFormed(idCard)) {
            return BAD_NUMBER;
        }
        if (!NAME.matcher(name).matches()) {
            return BAD_NAME;
        }
        return name.startsWith("不符") ? INCONSISTENT : CONSISTENT;
    }

    String result() {
        return result;
    }

    String description() {
        return description;
    }
}
