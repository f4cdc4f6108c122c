package io.passport.user.realname;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.passport.common.api.ApiException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A real name: 2 to 32 letters, with {@code ·} inside. {@link #toString} has only the first letter, for logs.
 *
 * @param text trimmed, in NFC
 */
@Schema(description = "真实姓名", minLength = 2, maxLength = 32, example = "张三")
record RealName(String text) {

    private static final Pattern WELL_FORMED = Pattern.compile("\\p{L}[\\p{L}·]{0,30}\\p{L}");

    /**
     * @throws ApiException {@code 4103} when it is not such a name
     */
    RealName {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
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
