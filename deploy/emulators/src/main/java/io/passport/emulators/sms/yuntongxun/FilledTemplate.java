package io.passport.emulators.sms.yuntongxun;

import org.jspecify.annotations.Nullable;

/**
 * The template with its variables.
 *
 * @param code the first variable
 * @param minutes the second variable: how many minutes the code is valid
 */
record FilledTemplate(String code, String minutes) {

    private static final int MAX_TEXT_LENGTH = 500;

    static FilledTemplate of(@Nullable String code, @Nullable String minutes) throws YuntongxunApiException {
        var template = new FilledTemplate(
                YuntongxunApiException.required(code, YuntongxunError.VARIABLES_MALFORMED),
                YuntongxunApiException.required(minutes, YuntongxunError.VARIABLES_MALFORMED));
        YuntongxunApiException.unless(template.text().length() <= MAX_TEXT_LENGTH, YuntongxunError.TEXT_TOO_LONG);
        return template;
    }

    /** The text of template 1, which every account has for tests. */
    String text() {
        return "【云通讯】您使用的是云通讯短信模板，您的验证码是%s，请于%s分钟内正确输入".formatted(code, minutes);
    }
}
