package io.passport.user.realname;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.passport.common.pii.TypedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/**
 * A real name: 2 to 32 letters, with {@code ·} inside, or Latin words with single spaces. Similar dots become {@code ·}.
 * {@link #toString} has only the first letter, for logs.
 *
 * @param text in NFKC, as the card has it
 */
@Schema(description = "真实姓名", minLength = 2, maxLength = 32, example = "张三")
record RealName(String text) {

    private static final Pattern DOTS = Pattern.compile("\\s*[·•・‧.]+\\s*");
    /** With U+3007, the zero 〇, which Unicode counts as a number. */
    private static final String LETTERS = "[\\p{L}〇]+";

    private static final Pattern WELL_FORMED =
            Pattern.compile("(?=.{2,32}$)(?:" + LETTERS + "(?:·" + LETTERS + ")*|\\p{IsLatin}+(?:[ ·]\\p{IsLatin}+)*)");

    /**
     * @throws ApiException {@code 4103} when it is not such a name
     */
    RealName {
        text = DOTS.matcher(TypedText.normalized(text)).replaceAll("·");
        if (!WELL_FORMED.matcher(text).matches()) {
            throw ApiException.badParameter("真实姓名格式错误");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RealName of(String text) {
        return new RealName(text);
    }

    @Override
    public String toString() {
        return text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
    }
}
