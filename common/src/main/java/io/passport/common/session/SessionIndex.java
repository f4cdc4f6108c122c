package io.passport.common.session;

/**
 * The sorted set of a user's sessions in Redis: their digests, by when they were started. user-service writes it; the
 * gateway lets it live on, since it lives by the use of the sessions in it ({@link SessionLifetime#indexTtl}).
 *
 * @param userId whose sessions they are
 */
public record SessionIndex(long userId) {

    /** {@code sessions:{<user id>}}. */
    public String redisKey() {
        return "sessions:{" + userId + "}";
    }
}
