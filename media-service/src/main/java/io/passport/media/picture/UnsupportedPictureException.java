package io.passport.media.picture;

import java.io.IOException;
import java.io.Serial;

/** A picture of an accepted format, in a variant of it that no browser or camera writes and no bound is known for. */
final class UnsupportedPictureException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    UnsupportedPictureException(String message) {
        super(message);
    }
}
