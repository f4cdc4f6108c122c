package io.passport.media.avatar;

/**
 * The URL of a stored avatar, as it is sent to the client and to user-service.
 *
 * @param avatarUrl absolute; {@code avatar_url} in JSON
 */
record AvatarUrl(String avatarUrl) {}
