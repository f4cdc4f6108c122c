package io.passport.verify.smsprovider;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sends.
 *
 * @param providers one at least; the first to be asked is drawn by weight, the others follow in this order
 * @param deadline from the request to the decision: nobody is asked who may take longer than what is left
 */
@ConfigurationProperties("passport.sms")
record SmsSettings(
        @DefaultValue("yuntongxun") List<Share> providers,
        @DefaultValue("4800ms") Duration deadline) {

    SmsSettings {
        require(!providers.isEmpty(), "names nobody: no SMS could be sent");
        require(providers.stream().map(Share::vendor).distinct().count() == providers.size(), "names somebody twice");
        require(providers.stream().anyMatch(share -> share.weight() > 0), "needs a weight over 0");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("passport.sms.providers " + otherwise);
        }
    }
}
