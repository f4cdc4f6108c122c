package io.passport.media.avatar;

import io.passport.media.picture.PictureProperties;
import io.passport.media.picture.PictureSanitizer;
import io.passport.media.remote.CircuitBreakerDefaults;
import io.passport.media.storage.AvatarStorage;
import io.passport.media.storage.QiniuProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {

    private static final String CIRCUIT_BREAKER = "user-service";

    @Bean
    AvatarChange avatarChange(
            PictureSanitizer sanitizer,
            AvatarStorage storage,
            AvatarUrlSaver avatarUrlSaver,
            OrphanedAvatarCleaner orphans) {
        return new AvatarChange(sanitizer, storage, avatarUrlSaver, orphans);
    }

    @Bean
    AvatarUrlSaver avatarUrlSaver(UserServiceClient userService, CircuitBreakerFactory<?, ?> breakers) {
        return new AvatarUrlSaver(userService, breakers.create(CIRCUIT_BREAKER));
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> userServiceBreaker(
            AvatarProperties avatar,
            PictureProperties picture,
            QiniuProperties qiniu,
            UserServiceProperties userService,
            CircuitBreakerDefaults bounded) {
        TimeLimits.check(avatar, picture, qiniu, userService);
        return bounded.within(userService.timeLimit(), CIRCUIT_BREAKER);
    }

    @Bean
    OrphanedAvatarCleaner orphans(AvatarStorage storage, @Qualifier("deletions") SimpleAsyncTaskExecutor deletions) {
        return new OrphanedAvatarCleaner(storage, deletions);
    }

    /** Not a candidate where Spring looks for an executor of its own. Waits at shutdown for what it has begun. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskExecutor deletions(AvatarProperties settings, QiniuProperties qiniu) {
        var executor = new SimpleAsyncTaskExecutor("deletion-");
        executor.setVirtualThreads(true);
        executor.setConcurrencyLimit(settings.maxConcurrentDeletions());
        executor.setRejectTasksWhenLimitReached(true);
        executor.setTaskTerminationTimeout(qiniu.timeLimit().toMillis());
        return executor;
    }
}
