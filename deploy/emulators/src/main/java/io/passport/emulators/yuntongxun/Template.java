package io.passport.emulators.yuntongxun;

import org.jspecify.annotations.Nullable;

/**
 * The template with its variables filled in.
 *
 * @param code its first variable
 * @param minutes its second: how long the code is valid
 */
record Template(String code, String minutes) {

    private static final int LONGEST_TEXT = 500;

    static Template filled(@Nullable String code, @Nullable String minutes) throws RefusedException {
        var template = new Template(
                RefusedException.required(code, Refusal.VARIABLES_MALFORMED),
                RefusedException.required(minutes, Refusal.VARIABLES_MALFORMED));
        RefusedException.unless(template.text().length() <= LONGEST_TEXT, Refusal.TEXT_TOO_LONG);
        return template;
    }

    /** The text of template 1, which every account has for trying out. */
    String text() {
        return "【云通讯】您使用的是云通讯短信模板，您的验证码是%s，请于%s分钟内正确输入".formatted(code, minutes);
    }
}
