package io.passport.verify.smsprovider;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which vendors send. A wrong value ends the start with an {@link IllegalArgumentException}.
 *
 * @param providers at least one, written {@code <name>/<weight>}: the first to try is chosen at random by weight, the others
 *     follow in this order
 * @param timeout of sending one message, all attempts included: a vendor is not tried if its time limit is longer than the
 *     time that is left
 */
@ConfigurationProperties(SmsProperties.PREFIX)
record SmsProperties(
        @DefaultValue("yuntongxun") List<WeightedVendor> providers,
        @DefaultValue("4800ms") Duration timeout) {

    static final String PREFIX = "passport.sms";

    SmsProperties {
        require(!providers.isEmpty(), "is empty: no SMS could be sent");
        require(
                providers.stream().map(WeightedVendor::vendor).distinct().count() == providers.size(),
                "names a vendor twice");
        require(providers.stream().anyMatch(provider -> provider.weight() > 0), "needs a weight over 0");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("passport.sms.providers " + otherwise);
        }
    }
}
