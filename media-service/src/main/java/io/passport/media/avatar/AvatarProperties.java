package io.passport.media.avatar;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits for the deletion of unused avatars.
 *
 * @param maxConcurrentDeletions deletions at the same time; further ones are logged and not run
 */
@Validated
@ConfigurationProperties("passport.avatar")
record AvatarProperties(@DefaultValue("16") @Positive int maxConcurrentDeletions) {}
