package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number of an image code, a UUID that the page made up.
 *
 * @param uuid printed in lower case, however the page wrote it
 */
public record ImageCodeId(UUID uuid) {

    /** {@link UUID#fromString} alone would take {@code 1-1-1-1-1} too. */
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /**
     * Reads the 36-character form of RFC 9562.
     *
     * @throws ApiException {@code 4103} when it is no UUID
     */
    public static ImageCodeId parse(String text) {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw ApiException.badParameter("图片验证码编号错误");
        }
        return new ImageCodeId(UUID.fromString(text));
    }
}
