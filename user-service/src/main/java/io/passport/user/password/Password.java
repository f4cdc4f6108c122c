package io.passport.user.password;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A password as a user typed it: 1 to 128 code points, in Unicode's NFC, so that the same text is the same password on every
 * device (NIST SP 800-63B-4, 3.1.1.2). {@link #toString} has only stars, so that passwords do not get into logs.
 *
 * @param text normalised
 */
@Schema(description = "密码", format = "password", minLength = 1, maxLength = 128, example = "correct horse battery")
public record Password(String text) {

    static final int MAX_LENGTH = 128;

    /**
     * @throws ApiException {@code 4103} when it cannot be a password
     */
    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length == 0 || length > MAX_LENGTH) {
            throw ApiException.badParameter("密码长度不正确");
        }
        if (text.codePoints().anyMatch(Password::isUnpairedSurrogate)) {
            throw ApiException.badParameter("密码含有不可用的字符");
        }
    }

    /** None for an empty string: an empty field is an absent field. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable Password of(String text) {
        return text.isEmpty() ? null : new Password(text);
    }

    /**
     * Rejects the account's own number, which is easy to guess (OWASP ASVS 5.0, 6.2.11).
     *
     * @throws ApiException {@code 4103} when it is the number
     */
    public void requireOtherThan(Mobile mobile) {
        if (text.equals(mobile.number())) {
            throw ApiException.badParameter("密码不能是手机号");
        }
    }

    /** JSON can contain half of a surrogate pair; UTF-8, which is hashed, cannot. */
    private static boolean isUnpairedSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return "******";
    }
}
