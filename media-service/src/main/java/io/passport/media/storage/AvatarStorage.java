package io.passport.media.storage;

import io.passport.common.api.ApiException;
import java.util.Optional;

/** The public store of avatars. Every call ends within the store's time limit. */
public interface AvatarStorage {

    /**
     * Stores a new avatar.
     *
     * @param jpeg a sanitized picture
     * @throws ApiException {@code 4301} when it is not known to be stored
     */
    void store(AvatarKey key, byte[] jpeg);

    /**
     * Deletes an avatar; one that is not there is as good as deleted.
     *
     * @throws ApiException {@code 4301} when it is not known to be gone
     */
    void delete(AvatarKey key);

    /** Where everybody can load it. */
    String urlOf(AvatarKey key);

    /** The avatar behind an address, if it is one of this store's. */
    Optional<AvatarKey> keyOf(String url);
}
