package io.passport.verify.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.verify.imagecode.ImageCodeId;
import org.jspecify.annotations.Nullable;

/**
 * A page asks for a code to be sent. Prints no answer and a masked number.
 *
 * @param mobile to whom
 * @param purpose for what
 * @param imageCode the picture that the page showed
 * @param text what its reader read there
 */
record SmsCodeRequest(Mobile mobile, Purpose purpose, ImageCodeId imageCode, String text) {

    private static final int LONGEST_TEXT = 16;

    /**
     * Reads the parts as they came, in the contract's order of checks.
     *
     * @throws ApiException {@code 4103} when something is missing or malformed
     */
    static SmsCodeRequest of(String mobile, @Nullable String text, @Nullable String id, @Nullable String purpose) {
        if (text == null || text.isBlank() || id == null || id.isBlank()) {
            throw ApiException.badParameter("参数不完整");
        }
        if (text.length() > LONGEST_TEXT) {
            throw ApiException.badParameter("图片验证码格式错误");
        }
        ImageCodeId imageCode = ImageCodeId.parse(id);
        Purpose named = purpose == null ? Purpose.REGISTER : Purpose.named(purpose);
        return new SmsCodeRequest(new Mobile(mobile), named, imageCode, text.strip());
    }

    @Override
    public String toString() {
        return "SmsCodeRequest[" + purpose + " for " + mobile + "]";
    }
}
