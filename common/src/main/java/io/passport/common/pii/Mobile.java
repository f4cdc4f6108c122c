package io.passport.common.pii;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.passport.common.api.ApiException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/**
 * A mobile number of mainland China: {@code ^1[3-9]\d{9}$}. It may be typed with {@code +86} or {@code 0086}, with spaces or
 * hyphens between the digits, in full width, and with invisible characters around it. Prints itself masked.
 *
 * @param number the eleven digits
 */
@Schema(description = "手机号", pattern = "^1[3-9][0-9]{9}$", example = "13800000000")
public record Mobile(@JsonValue String number) {

    private static final Pattern WELL_FORMED = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern SEPARATORS = Pattern.compile("(?<=[0-9])[\\s\\p{Z}\\p{Pd}]+(?=[0-9])");
    private static final Pattern COUNTRY_CODE = Pattern.compile("^(?:\\+|00)86(?=1)");

    /**
     * @throws ApiException {@code 4103} when the text is no mobile number
     */
    public Mobile {
        number = normalized(number);
        if (!isWellFormed(number)) {
            throw ApiException.badParameter("手机号格式错误");
        }
    }

    /** From a JSON string or a path. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Mobile of(String number) {
        return new Mobile(number);
    }

    /** From a JSON number, which is unambiguous because no mobile number begins with a zero. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Mobile of(long number) {
        return new Mobile(Long.toString(number));
    }

    /** Whether a text is a mobile number, however it is typed. */
    public static boolean isMobile(String typed) {
        return isWellFormed(normalized(typed));
    }

    private static boolean isWellFormed(String number) {
        return WELL_FORMED.matcher(number).matches();
    }

    private static String normalized(String typed) {
        if (isWellFormed(typed)) {
            return typed;
        }
        String digits = SEPARATORS.matcher(TypedText.normalized(typed)).replaceAll("");
        return COUNTRY_CODE.matcher(digits).replaceFirst("");
    }

    /** The first three and the last four digits, {@code 138****0000}. */
    @Override
    public String toString() {
        return Masking.mask(number);
    }
}
