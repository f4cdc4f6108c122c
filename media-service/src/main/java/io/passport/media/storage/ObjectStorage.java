package io.passport.media.storage;

import io.passport.common.timeout.Timeout;

/**
 * The object storage of one vendor, called by {@link AvatarStorage}. Each call is sent once and has timeouts. A failed call
 * throws the vendor's exception, unchecked; the object may exist then. Many threads may use it at once.
 */
public interface ObjectStorage {

    /** The vendor's name, for the log. */
    String vendor();

    /** What a user reads when {@link #store} failed. */
    String storeFailure();

    /** The longest that a call waits, by the timeouts of its client. */
    Timeout callTimeout();

    /** Stores a new JPEG, with its content type. */
    void store(AvatarKey key, byte[] jpeg);

    /** Deletes an object. Succeeds when it does not exist. */
    void delete(AvatarKey key);

    /** The public URL of the bucket, without a trailing slash. */
    String publicUrl();
}
