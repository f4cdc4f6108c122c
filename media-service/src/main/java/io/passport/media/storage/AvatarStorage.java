package io.passport.media.storage;

import io.passport.common.api.ApiException;
import java.util.Optional;

/**
 * The public object storage for avatars. Each call goes through a circuit breaker with a time limit; while the breaker is
 * open, a call fails at once. Many threads may use it at once.
 */
public interface AvatarStorage {

    /** The circuit breaker of {@link #store}. */
    String UPLOAD_BREAKER = "qiniu-upload";

    /** The circuit breaker of {@link #delete}. */
    String DELETE_BREAKER = "qiniu-delete";

    /**
     * Stores a new avatar.
     *
     * @param jpeg a sanitized picture
     * @throws ApiException {@code 4301} when storing failed or was not confirmed in time; the avatar may exist then
     */
    void store(AvatarKey key, byte[] jpeg);

    /**
     * Deletes an avatar. Succeeds when it does not exist.
     *
     * @throws ApiException {@code 4301} when the deletion failed or was not confirmed in time; the avatar may exist then
     */
    void delete(AvatarKey key);

    /** The public URL of an avatar; computed without a call, as {@link #keyOf}. */
    String urlOf(AvatarKey key);

    /** The key in a public URL, or empty when the URL is not from this storage. */
    Optional<AvatarKey> keyOf(String url);
}
