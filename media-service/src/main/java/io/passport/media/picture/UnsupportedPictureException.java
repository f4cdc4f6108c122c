package io.passport.media.picture;

import java.io.IOException;
import java.io.Serial;

/**
 * A picture in an accepted format but an unusual variant, for which the decoder's time and memory are not known. Answered
 * with {@code 4103}.
 */
final class UnsupportedPictureException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    UnsupportedPictureException(String message) {
        super(message);
    }
}
