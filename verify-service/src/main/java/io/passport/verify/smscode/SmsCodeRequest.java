package io.passport.verify.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.common.pii.TypedText;
import io.passport.verify.imagecode.ImageCodeId;
import org.jspecify.annotations.Nullable;

/**
 * A valid request to send a code. {@code toString} masks the number and omits the text.
 *
 * @param mobile the receiver
 * @param purpose what the code is for
 * @param imageCode the image code that the client showed
 * @param text what the user entered for it, in NFKC
 */
record SmsCodeRequest(Mobile mobile, Purpose purpose, ImageCodeId imageCode, String text) {

    private static final int MAX_TEXT_LENGTH = 16;

    /**
     * Validates the parts of a request.
     *
     * @throws ApiException {@code 4103} when something is missing or malformed
     */
    static SmsCodeRequest of(String mobile, @Nullable String text, @Nullable String id, @Nullable String purpose) {
        if (text == null || text.isBlank() || id == null || id.isBlank()) {
            throw ApiException.badParameter("参数不完整");
        }
        String typed = TypedText.normalized(text);
        if (typed.length() > MAX_TEXT_LENGTH) {
            throw ApiException.badParameter("图片验证码格式错误");
        }
        ImageCodeId imageCode = ImageCodeId.parse(id);
        Purpose parsed = purpose == null ? Purpose.REGISTER : Purpose.of(purpose);
        return new SmsCodeRequest(new Mobile(mobile), parsed, imageCode, typed);
    }

    @Override
    public String toString() {
        return "SmsCodeRequest[" + purpose + " for " + mobile + "]";
    }
}
