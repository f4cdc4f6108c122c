package io.passport.user.realname;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Real-name verification.
 *
 * @param showFull whether {@code GET /user/auth} shows the whole identity number instead of {@code 110105********002X}
 * @param checksPerDay paid checks per account in 24 hours; a check that the vendor did not answer does not count
 */
@ConfigurationProperties("passport.real-name")
record RealNameProperties(
        @DefaultValue("false") boolean showFull,
        @DefaultValue("10") int checksPerDay) {}
