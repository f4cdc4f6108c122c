package io.passport.user.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that a user chooses: 1 to 32 code points after trimming; letters, digits, CJK, spaces, {@code _ - . ·} and emoji.
 * Pages insert it as HTML, so it has no characters that HTML or the text direction interprets, and no invisible letters.
 *
 * @param text trimmed, in NFC
 */
@Schema(description = "用户名：文字、数字、空格、表情和 _ - . ·", minLength = 1, maxLength = 32, example = "小明")
record Name(String text) {

    private static final int MAX_LENGTH = 32;
    private static final String INVISIBLE_LETTERS = "\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}";
    private static final String EMOJI = "[\\p{IsEmoji}&&[^#*0-9]]\\x{FE0F}?\\p{IsEmoji_Modifier}?";
    private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";
    /** A black flag, followed by invisible letters that name the region. */
    private static final String REGION_FLAG = "\\x{1F3F4}[\\x{E0030}-\\x{E007A}]{1,6}\\x{E007F}";

    private static final Pattern WELL_FORMED = Pattern.compile("(?:[\\p{L}〇&&[^" + INVISIBLE_LETTERS + "]]\\p{M}{0,2}"
            + "|[\\p{Nd} _.·-]|" + KEYCAP + "|" + REGION_FLAG + "|" + EMOJI + "(?:\\x{200D}" + EMOJI + ")*)+");

    /**
     * @throws ApiException {@code 4103} when it is not such a name
     */
    Name {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (text.codePointCount(0, text.length()) > MAX_LENGTH
                || !WELL_FORMED.matcher(text).matches()) {
            throw ApiException.badParameter("用户名为 1 到 32 个字符，可用文字、数字、空格、表情和 _ - . ·");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Name of(String text) {
        return new Name(text);
    }

    /**
     * The form of the name that must be unique over all accounts: the same for upper and lower case, width and other
     * compatibility forms.
     */
    String key() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Whether it is this mobile number, the name that an account begins with. */
    boolean is(Mobile mobile) {
        return key().equals(mobile.number());
    }

    /** Whether it is a mobile number: a user must not have another person's number as name. */
    boolean looksLikeMobile() {
        return Mobile.isMobile(text);
    }
}
