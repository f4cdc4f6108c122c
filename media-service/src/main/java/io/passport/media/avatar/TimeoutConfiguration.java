package io.passport.media.avatar;

import static java.util.Objects.requireNonNull;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.timeout.Timeout;
import io.passport.common.timeout.TimeoutBudget;
import io.passport.media.picture.PictureProperties;
import io.passport.media.storage.AvatarStorage;
import io.passport.media.storage.ObjectStorage;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.openfeign.FeignClientProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Checks at start-up this service's timeouts: each remote call ends before its circuit breaker's time limit, and an upload
 * before the gateway's timeout. It only compares settings: if one is too long, the service does not start.
 */
@Configuration(proxyBeanMethods = false)
class TimeoutConfiguration {

    TimeoutConfiguration(
            PictureProperties picture,
            ObjectStorage storage,
            FeignClientProperties feign,
            TimeLimiterRegistry limits,
            @Value("${passport.gateway-timeout}") Duration gateway) {
        Timeout upload = Timeout.ofBreaker(AvatarStorage.UPLOAD_BREAKER, limits);
        Timeout save = Timeout.ofBreaker(AvatarConfiguration.USER_SERVICE, limits);
        // each argument must be shorter than the next
        TimeoutBudget.check(storage.callTimeout(), upload);
        TimeoutBudget.check(storage.callTimeout(), Timeout.ofBreaker(AvatarStorage.DELETE_BREAKER, limits));
        TimeoutBudget.check(userServiceCall(feign), save);
        // an upload: the wait for its turn, decoding, storing, saving the URL
        TimeoutBudget.check(
                Timeout.sum(
                        Timeout.of("passport.picture.max-wait", picture.maxWait()),
                        Timeout.of("passport.picture.timeout", picture.timeout()),
                        upload,
                        save),
                Timeout.of("passport.gateway-timeout", gateway));
    }

    private static Timeout userServiceCall(FeignClientProperties feign) {
        var client = requireNonNull(feign.getConfig().get(AvatarConfiguration.USER_SERVICE));
        String prefix = "spring.cloud.openfeign.client.config." + AvatarConfiguration.USER_SERVICE;
        return Timeout.sum(
                Timeout.of(prefix + ".connect-timeout", Duration.ofMillis(client.getConnectTimeout())),
                Timeout.of(prefix + ".read-timeout", Duration.ofMillis(client.getReadTimeout())));
    }
}
