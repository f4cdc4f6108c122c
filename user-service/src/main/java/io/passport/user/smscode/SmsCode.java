package io.passport.user.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.passport.common.pii.TypedText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The six digits of an SMS code, as a client sent them; {@link SmsCodes} checks whether they are right. {@link #toString} has
 * only stars, so that codes do not get into logs. Spaces and full-width digits are accepted.
 *
 * @param digits six decimal digits, not null; for a JSON null or an empty string no code is created, and a request that needs it rejects
 *     the missing field
 */
@Schema(description = "短信验证码", pattern = "^[0-9]{6}$", example = "123456")
public record SmsCode(String digits) {

    /**
     * @throws ApiException {@code 4103} when it is not six digits
     */
    public SmsCode {
        digits = TypedText.withoutSpaces(digits);
        if (!digits.matches("[0-9]{6}")) {
            throw ApiException.badParameter("短信验证码格式错误");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable SmsCode of(String digits) {
        return digits.isBlank() ? null : new SmsCode(digits);
    }

    /** Accepts a JSON number of six digits. A number with fewer digits has lost its leading zeros, and is rejected. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SmsCode of(long number) {
        return new SmsCode(Long.toString(number));
    }

    @Override
    public String toString() {
        return "******";
    }
}
