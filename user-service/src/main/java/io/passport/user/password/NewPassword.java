package io.passport.user.password;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/**
 * A password that a user chooses: at least 8 code points, all printable, and not a common one (NIST SP 800-63B-4, 3.1.1.2). No
 * digits or capitals are required. A pasted character that keyboards cannot type again is rejected.
 *
 * @param password the chosen password
 */
@Schema(
        description = "新密码，不能过于常见",
        format = "password",
        minLength = 8,
        maxLength = 128,
        example = "correct horse battery")
public record NewPassword(Password password) {

    /** Joiners of emoji and of some scripts, and the tags of flags. */
    private static final Pattern TYPED_FORMAT = Pattern.compile("[\\x{200C}\\x{200D}\\x{E0020}-\\x{E007F}]");

    private static final int MIN_LENGTH = 8;

    /**
     * @throws ApiException {@code 4103} with the rule that it breaks
     */
    public NewPassword {
        String text = password.text();
        if (text.codePointCount(0, text.length()) < MIN_LENGTH) {
            throw ApiException.badParameter("密码长度为 8 到 128 个字符");
        }
        if (!text.codePoints().allMatch(NewPassword::isPrintable)) {
            throw ApiException.badParameter("密码含有不可用的字符");
        }
        if (CommonPasswords.contain(text)) {
            throw ApiException.badParameter("密码过于常见，请换一个");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewPassword of(String text) {
        return new NewPassword(new Password(text));
    }

    /** As {@link Password#requireOtherThan}. */
    public void requireOtherThan(Mobile mobile) {
        password.requireOtherThan(mobile);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT ->
                TYPED_FORMAT.matcher(Character.toString(codePoint)).matches();
            default -> true;
        };
    }
}
