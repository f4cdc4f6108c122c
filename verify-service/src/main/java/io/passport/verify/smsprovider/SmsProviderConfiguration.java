package io.passport.verify.smsprovider;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Wires the providers that {@code passport.sms.providers} names; an account that is not named need not be there. The
 * breakers' own figures are Resilience4j's settings of the instances that have the providers' names.
 */
@Configuration(proxyBeanMethods = false)
class SmsProviderConfiguration {

    @Bean
    SmsProvider smsProvider(
            SmsSettings settings,
            Environment environment,
            CircuitBreakerFactory<?, ?> breakers,
            TimeLimiterRegistry timeLimiters,
            @Value("${passport.gateway-timeout}") Duration gatewayTimeout) {
        List<Line> lines = settings.providers().stream()
                .map(share -> line(share, Binder.get(environment), timeLimiters))
                .toList();
        lines.forEach(line -> line.patience().check(settings.deadline(), gatewayTimeout));
        checkThatEachLeavesTimeForTheOthers(lines, settings.deadline());
        return new Failover(
                lines.stream().map(line -> line.candidate(breakers)).toList(),
                settings.deadline(),
                bound -> ThreadLocalRandom.current().nextInt(bound),
                System::nanoTime);
    }

    private static Line line(Share share, Binder binder, TimeLimiterRegistry timeLimiters) {
        String label = share.vendor().label();
        Account account =
                binder.bindOrCreate("passport." + label, share.vendor().account());
        Duration timeLimit =
                timeLimiters.timeLimiter(label).getTimeLimiterConfig().getTimeoutDuration();
        return new Line(
                share, account, new Patience(label, account.connectTimeout(), account.readTimeout(), timeLimit));
    }

    private static void checkThatEachLeavesTimeForTheOthers(List<Line> lines, Duration deadline) {
        for (Line line : lines) {
            lines.stream()
                    .filter(other -> !other.equals(line))
                    .forEach(other -> line.patience().checkThatItLeavesTimeFor(other.patience(), deadline));
        }
    }

    /** A named provider with its account. */
    private record Line(Share share, Account account, Patience patience) {

        Failover.Candidate candidate(CircuitBreakerFactory<?, ?> breakers) {
            String label = share.vendor().label();
            SmsProvider guarded = new GuardedProvider(label, account.provider(), breakers.create(label));
            return new Failover.Candidate(guarded, share.weight(), patience.timeLimit());
        }
    }
}
