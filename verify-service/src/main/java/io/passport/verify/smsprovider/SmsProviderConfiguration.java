package io.passport.verify.smsprovider;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.timeout.Timeout;
import io.passport.common.timeout.TimeoutBudget;
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
 * Wires the vendors in {@code passport.sms.providers}; only these need an account. It also checks all timeouts of this
 * service at start-up: sending an SMS is the only request that waits for more than Redis.
 */
@Configuration(proxyBeanMethods = false)
class SmsProviderConfiguration {

    /**
     * The longest request: the vendor uses all its time, then Redis fails. Counting in the ledger waits for Redis once; the
     * compensations run in parallel and wait once.
     */
    private static final int REDIS_WAITS_AFTER_SENDING = 2;

    /**
     * The provider that sends all messages.
     *
     * @throws RuntimeException naming the setting, when a vendor is unknown, an account is incomplete, or a timeout does not
     *     fit; then the service does not start
     */
    @Bean
    SmsProvider smsProvider(
            SmsProperties settings,
            Environment environment,
            CircuitBreakerFactory<?, ?> breakers,
            TimeLimiterRegistry timeLimiters,
            @Value("${spring.data.redis.timeout}") Duration redisTimeout,
            @Value("${passport.gateway-timeout}") Duration gatewayTimeout) {
        SmsVendors vendors = SmsVendors.load();
        Binder binder = Binder.get(environment);
        List<ConfiguredVendor> configured = settings.providers().stream()
                .map(provider -> ConfiguredVendor.of(
                        provider, account(vendors.require(provider.vendor()), binder), timeLimiters))
                .toList();
        Timeout sending = Timeout.of("passport.sms.timeout", settings.timeout());
        configured.forEach(vendor -> vendor.check(sending, configured));
        TimeoutBudget.check(
                Timeout.sum(
                        sending,
                        Timeout.of("spring.data.redis.timeout", redisTimeout).times(REDIS_WAITS_AFTER_SENDING)),
                Timeout.of("passport.gateway-timeout", gatewayTimeout));
        return new Failover(
                configured.stream().map(vendor -> candidate(vendor, breakers)).toList(),
                settings.timeout(),
                bound -> ThreadLocalRandom.current().nextInt(bound),
                System::nanoTime);
    }

    private static VendorAccount account(SmsVendor vendor, Binder binder) {
        return binder.bindOrCreate("passport." + vendor.name(), vendor.accountType());
    }

    private static Failover.Candidate candidate(ConfiguredVendor vendor, CircuitBreakerFactory<?, ?> breakers) {
        SmsProvider provider =
                new CircuitBreakingProvider(vendor.name(), vendor.account().provider(), breakers.create(vendor.name()));
        return new Failover.Candidate(
                provider, vendor.weight(), vendor.timeLimit().value());
    }
}
