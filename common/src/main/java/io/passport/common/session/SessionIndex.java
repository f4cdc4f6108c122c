package io.passport.common.session;

/**
 * The sorted set of a user's sessions in Redis: their digests, scored by start time. user-service writes it; the gateway
 * extends its time to live while the sessions are used ({@link SessionLifetime#indexTtl}).
 *
 * @param userId the user
 */
public record SessionIndex(long userId) {

    /** {@code sessions:{<user id>}}. */
    public String redisKey() {
        return "sessions:{" + userId + "}";
    }
}
