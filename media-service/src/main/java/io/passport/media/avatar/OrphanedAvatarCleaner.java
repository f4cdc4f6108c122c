package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.media.storage.AvatarKey;
import io.passport.media.storage.AvatarStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;

/**
 * Deletes avatars that no account uses, in the background. {@link AvatarChange} calls it for a previous avatar, and for a new
 * one that was not saved. Logs the keys of avatars that could not be deleted: they stay in the bucket.
 */
final class OrphanedAvatarCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedAvatarCleaner.class);

    private final AvatarStorage storage;
    private final TaskExecutor executor;

    OrphanedAvatarCleaner(AvatarStorage storage, TaskExecutor executor) {
        this.storage = storage;
        this.executor = executor;
    }

    /** Tries the deletion once. Returns at once and throws nothing. */
    void delete(AvatarKey key) {
        try {
            executor.execute(() -> tryToDelete(key));
        } catch (TaskRejectedException tooMany) {
            LOG.warn("Too many deletions at once: {} is left in the bucket", key);
        }
    }

    private void tryToDelete(AvatarKey key) {
        try {
            storage.delete(key);
        } catch (ApiException alreadyLogged) {
            LOG.debug("{} stays", key, alreadyLogged);
        }
    }
}
