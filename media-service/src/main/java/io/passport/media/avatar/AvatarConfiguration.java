package io.passport.media.avatar;

import io.passport.media.outgoing.BoundedCalls;
import io.passport.media.picture.PictureCleaning;
import io.passport.media.picture.PictureSettings;
import io.passport.media.storage.AvatarStorage;
import io.passport.media.storage.QiniuSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {

    private static final String BREAKER = "user-service";

    @Bean
    AvatarChange avatarChange(PictureCleaning cleaning, AvatarStorage storage, Accounts accounts, Leftovers leftovers) {
        return new AvatarChange(cleaning, storage, accounts, leftovers);
    }

    @Bean
    Accounts accounts(UserServiceClient userService, CircuitBreakerFactory<?, ?> breakers) {
        return new Accounts(userService, breakers.create(BREAKER));
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> userServiceBreaker(
            AvatarSettings avatar,
            PictureSettings picture,
            QiniuSettings qiniu,
            UserServiceSettings userService,
            BoundedCalls bounded) {
        TimeLimits.check(avatar, picture, qiniu, userService);
        return bounded.within(userService.timeLimit(), BREAKER);
    }

    @Bean
    Leftovers leftovers(AvatarStorage storage, @Qualifier("deletions") SimpleAsyncTaskExecutor deletions) {
        return new Leftovers(storage, deletions);
    }

    /** Not a candidate where Spring looks for an executor of its own. Waits at shutdown for what it has begun. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskExecutor deletions(AvatarSettings settings, QiniuSettings qiniu) {
        var executor = new SimpleAsyncTaskExecutor("deletion-");
        executor.setVirtualThreads(true);
        executor.setConcurrencyLimit(settings.deletionsAtOnce());
        executor.setRejectTasksWhenLimitReached(true);
        executor.setTaskTerminationTimeout(qiniu.timeLimit().toMillis());
        return executor;
    }
}
