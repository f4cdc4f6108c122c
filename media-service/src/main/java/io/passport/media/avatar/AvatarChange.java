package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.media.picture.PictureSanitizer;
import io.passport.media.storage.AvatarKey;
import io.passport.media.storage.AvatarStorage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;

/**
 * Changes a user's avatar, for {@link AvatarController}. The previous avatar stays until user-service has saved the new URL.
 * Of two uploads by one user at the same time, the one that user-service saves last stays, and the other's avatar is deleted.
 */
final class AvatarChange {

    private static final Logger LOG = LoggerFactory.getLogger(AvatarChange.class);

    private final PictureSanitizer sanitizer;
    private final AvatarStorage storage;
    private final AvatarUrlSaver avatarUrlSaver;
    private final OrphanedAvatarCleaner orphans;

    AvatarChange(
            PictureSanitizer sanitizer,
            AvatarStorage storage,
            AvatarUrlSaver avatarUrlSaver,
            OrphanedAvatarCleaner orphans) {
        this.sanitizer = sanitizer;
        this.storage = storage;
        this.avatarUrlSaver = avatarUrlSaver;
        this.orphans = orphans;
    }

    /**
     * Cleans and stores the picture, and saves its URL in user-service.
     *
     * @throws ApiException {@code 4103} when the upload is not an accepted picture; {@code 4201} when too many pictures are
     *     being decoded; {@code 4301} when it could not be stored; {@code 4302} when the upload cannot be read from disk;
     *     {@code 4001} when its URL was not saved, or perhaps not, since user-service is unavailable or slow; {@code 4002}
     *     when the account does not exist
     */
    AvatarUrl change(long userId, InputStreamSource upload) {
        byte[] jpeg = sanitizer.sanitize(upload);
        AvatarKey key = AvatarKey.random();
        storage.store(key, jpeg);
        AvatarUrl url = new AvatarUrl(storage.urlOf(key));
        switch (avatarUrlSaver.save(userId, url)) {
            case SaveOutcome.Saved saved -> deletePrevious(saved.previous(), key);
            case SaveOutcome.Rejected rejected -> {
                orphans.delete(key);
                throw rejected.failure();
            }
            case SaveOutcome.Unknown unknown -> {
                LOG.warn("Unknown whether the URL of {} was saved: it is left in the bucket", key, unknown.failure());
                throw ApiException.of(ErrorCode.DBERR, SaveOutcome.NOT_SAVED);
            }
        }
        return url;
    }

    /** Never deletes the new avatar: user-service would report it as the previous one if a call was repeated. */
    private void deletePrevious(@Nullable String url, AvatarKey current) {
        Optional.ofNullable(url)
                .flatMap(storage::keyOf)
                .filter(previous -> !previous.equals(current))
                .ifPresent(orphans::delete);
    }
}
