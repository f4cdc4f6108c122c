package io.passport.user.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The six digits of an SMS code. Prints itself as stars.
 *
 * @param digits six decimal digits
 */
@Schema(description = "短信验证码", pattern = "^[0-9]{6}$", example = "123456")
public record SmsCode(String digits) {

    /**
     * @throws ApiException {@code 4103} when it is not six digits
     */
    public SmsCode {
        if (!digits.matches("[0-9]{6}")) {
            throw ApiException.badParameter("短信验证码格式错误");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SmsCode of(String digits) {
        return new SmsCode(digits);
    }

    /** From a JSON number of six digits; a number with fewer has lost leading zeros and is rejected. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SmsCode of(long number) {
        return new SmsCode(Long.toString(number));
    }

    @Override
    public String toString() {
        return "******";
    }
}
