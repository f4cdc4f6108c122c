package io.passport.media.avatar;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.timeout.Timeout;
import io.passport.media.picture.PictureSanitizer;
import io.passport.media.storage.AvatarStorage;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/** The beans of this package, and the threads that delete avatars. Nothing here connects at start. */
@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {

    static final String USER_SERVICE = "user-service";

    @Bean
    AvatarChange avatarChange(
            PictureSanitizer sanitizer,
            AvatarStorage storage,
            AvatarUrlSaver avatarUrlSaver,
            OrphanedAvatarCleaner orphans) {
        return new AvatarChange(sanitizer, storage, avatarUrlSaver, orphans);
    }

    @Bean
    AvatarRemoval avatarRemoval(AvatarStorage storage, AvatarUrlSaver avatarUrlSaver) {
        return new AvatarRemoval(storage, avatarUrlSaver);
    }

    @Bean
    AvatarUrlSaver avatarUrlSaver(UserServiceClient userService, CircuitBreakerFactory<?, ?> breakers) {
        return new AvatarUrlSaver(userService, breakers.create(USER_SERVICE));
    }

    @Bean
    OrphanedAvatarCleaner orphanedAvatarCleaner(
            AvatarStorage storage, @Qualifier("deletions") SimpleAsyncTaskExecutor deletions) {
        return new OrphanedAvatarCleaner(storage, deletions);
    }

    /**
     * Turns off HTTP retries, which repeat a PUT or DELETE after a reset or a 503: a repeated call would report the new avatar as
     * the previous one, or none. Feign's client is made in this context, so the bean cannot be in a client's own configuration.
     */
    @Bean
    HttpClientBuilderCustomizer noRetries() {
        return HttpClientBuilder::disableAutomaticRetries;
    }

    /**
     * Runs deletions in the background, with the request id in their log lines. A shutdown waits for running ones, at most as
     * long as a deletion may take. Spring does not use this executor for other work.
     */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskExecutor deletions(AvatarProperties properties, TimeLimiterRegistry limits) {
        var executor = new SimpleAsyncTaskExecutor("deletion-");
        executor.setVirtualThreads(true);
        executor.setConcurrencyLimit(properties.maxConcurrentDeletions());
        executor.setTaskDecorator(new ContextPropagatingTaskDecorator());
        executor.setRejectTasksWhenLimitReached(true);
        executor.setTaskTerminationTimeout(
                Timeout.ofBreaker(AvatarStorage.DELETE_BREAKER, limits).value().toMillis());
        return executor;
    }
}
