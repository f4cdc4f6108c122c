package io.passport.media.avatar;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operation as a whole.
 *
 * @param gatewayTimeout when the gateway gives up on an upload; the same as its own setting for this route
 * @param maxConcurrentDeletions orphans that are deleted at the same time
 */
@Validated
@ConfigurationProperties("passport.avatar")
record AvatarProperties(
        @DefaultValue("15s") Duration gatewayTimeout,
        @DefaultValue("16") @Positive int maxConcurrentDeletions) {}
