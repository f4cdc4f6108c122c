package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.media.storage.AvatarKey;
import io.passport.media.storage.AvatarStorage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes a user's avatar, for {@link AvatarController}: first its URL in user-service, then the picture. So an account never
 * shows a picture that is gone.
 */
final class AvatarRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(AvatarRemoval.class);

    private final AvatarStorage storage;
    private final AvatarUrlSaver avatarUrlSaver;

    AvatarRemoval(AvatarStorage storage, AvatarUrlSaver avatarUrlSaver) {
        this.storage = storage;
        this.avatarUrlSaver = avatarUrlSaver;
    }

    /**
     * Removes the avatar. Succeeds when there is none, and when only the picture could not be deleted: the account does not
     * know its key any more, so a repetition could not delete it either.
     *
     * @throws ApiException {@code 4001} when the URL was not removed, or perhaps not, since user-service is unavailable or
     *     slow; {@code 4002} when the account does not exist
     */
    void remove(long userId) {
        switch (avatarUrlSaver.remove(userId)) {
            case SaveOutcome.Saved removed ->
                Optional.ofNullable(removed.previous()).flatMap(storage::keyOf).ifPresent(this::delete);
            case SaveOutcome.Rejected rejected -> throw rejected.failure();
            case SaveOutcome.Unknown unknown -> {
                LOG.warn("Unknown whether the avatar of account {} was removed", userId, unknown.failure());
                throw ApiException.of(ErrorCode.DBERR, SaveOutcome.NOT_SAVED);
            }
        }
    }

    private void delete(AvatarKey key) {
        try {
            storage.delete(key);
        } catch (ApiException alreadyLogged) {
            LOG.debug("{} stays", key, alreadyLogged);
        }
    }
}
