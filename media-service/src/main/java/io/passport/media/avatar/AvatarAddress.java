package io.passport.media.avatar;

/**
 * Where an avatar lies: what a client is told, and what user-service is.
 *
 * @param avatarUrl an absolute address, {@code avatar_url} on the wire
 */
record AvatarAddress(String avatarUrl) {}
