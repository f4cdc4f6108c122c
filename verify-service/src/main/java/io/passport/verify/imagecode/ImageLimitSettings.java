package io.passport.verify.imagecode;

import io.passport.verify.slidingwindow.Window;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@link ImageLimit} allows.
 *
 * @param perAddress pictures for one client address
 */
@ConfigurationProperties("passport.image-limit")
record ImageLimitSettings(@DefaultValue("120/1m") Window perAddress) {}
