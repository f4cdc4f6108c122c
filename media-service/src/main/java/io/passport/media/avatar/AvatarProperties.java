package io.passport.media.avatar;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits the deletion of avatars that no account uses any more.
 *
 * @param maxConcurrentDeletions how many deletions one instance runs at the same time. One more is not run, now or later: its
 *     key is logged, and the avatar stays in the bucket. The circuit breaker {@code storage-delete} limits the time of a
 *     deletion.
 */
@Validated
@ConfigurationProperties("passport.avatar")
record AvatarProperties(@DefaultValue("16") @Positive int maxConcurrentDeletions) {}
