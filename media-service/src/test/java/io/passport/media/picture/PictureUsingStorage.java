package io.passport.media.picture;

import io.passport.media.storage.AvatarStorage;
import org.jspecify.annotations.Nullable;

/** Breaks the rule that picture does not use storage. */
public final class PictureUsingStorage {
    @Nullable
    AvatarStorage storage;
}
