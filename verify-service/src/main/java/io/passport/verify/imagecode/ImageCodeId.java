package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of an image code, a UUID chosen by the client.
 *
 * @param uuid written in lower case, also if the client used upper case
 */
public record ImageCodeId(UUID uuid) {

    /** {@link UUID#fromString} would also accept {@code 1-1-1-1-1}. */
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /**
     * Parses the 36-character form of RFC 9562.
     *
     * @throws ApiException {@code 4103} when the text is not a UUID
     */
    public static ImageCodeId parse(String text) {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw ApiException.badParameter("图片验证码编号错误");
        }
        return new ImageCodeId(UUID.fromString(text));
    }
}
