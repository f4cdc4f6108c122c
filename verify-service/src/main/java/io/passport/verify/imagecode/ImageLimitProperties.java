package io.passport.verify.imagecode;

import io.passport.verify.slidingwindow.Window;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@link ImageLimit}.
 *
 * @param perAddress image codes for one client subnet
 */
@ConfigurationProperties("passport.image-limit")
record ImageLimitProperties(@DefaultValue("120/1m") Window perAddress) {}
