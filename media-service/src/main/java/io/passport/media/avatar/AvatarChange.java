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

/** Gives a user a new avatar. Until user-service has taken its address, the old one stays. */
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
     * Changes the avatar.
     *
     * @throws ApiException {@code 4103} for what is no acceptable picture, {@code 4201} when too many are at work, {@code
     *     4301} when it could not be stored, {@code 4001} when its address could not be saved, {@code 4002} when the
     *     account is gone
     */
    AvatarAddress of(long userId, InputStreamSource upload) {
        byte[] jpeg = sanitizer.sanitize(upload);
        AvatarKey key = AvatarKey.random();
        storage.store(key, jpeg);
        AvatarAddress address = new AvatarAddress(storage.urlOf(key));
        switch (avatarUrlSaver.saveAvatar(userId, address)) {
            case SaveOutcome.Saved saved -> deletePrevious(saved.previous(), key);
            case SaveOutcome.Refused refused -> {
                orphans.delete(key);
                throw refused.answer();
            }
            case SaveOutcome.Unknown unknown -> {
                LOG.warn(
                        "Nobody knows whether the address of {} was saved: it is left in the bucket",
                        key,
                        unknown.failure());
                throw ApiException.of(ErrorCode.DBERR, SaveOutcome.FAILED);
            }
        }
        return address;
    }

    /** Were the call to user-service ever repeated on its way, the new avatar would come back as the one before. */
    private void deletePrevious(@Nullable String url, AvatarKey current) {
        Optional.ofNullable(url)
                .flatMap(storage::keyOf)
                .filter(previous -> !previous.equals(current))
                .ifPresent(orphans::delete);
    }
}
