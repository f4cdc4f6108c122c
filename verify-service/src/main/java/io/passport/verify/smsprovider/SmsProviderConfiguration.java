package io.passport.verify.smsprovider;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Wires the provider; the breaker's own figures are Resilience4j's settings of the instance {@code yuntongxun}. */
@Configuration(proxyBeanMethods = false)
class SmsProviderConfiguration {

    private static final String YUNTONGXUN = "yuntongxun";

    @Bean
    SmsProvider smsProvider(
            YuntongxunSettings settings,
            CircuitBreakerFactory<?, ?> breakers,
            TimeLimiterRegistry timeLimiters,
            @Value("${passport.gateway-timeout}") Duration gatewayTimeout) {
        Duration timeLimit =
                timeLimiters.timeLimiter(YUNTONGXUN).getTimeLimiterConfig().getTimeoutDuration();
        new Patience(settings.connectTimeout(), settings.readTimeout(), timeLimit, gatewayTimeout).check();
        return new GuardedProvider(yuntongxun(settings), breakers.create(YUNTONGXUN));
    }

    static Yuntongxun yuntongxun(YuntongxunSettings settings) {
        return new Yuntongxun(http(settings), settings, Clock.systemUTC());
    }

    private static RestClient http(YuntongxunSettings settings) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        return RestClient.builder()
                .baseUrl(settings.baseUrl().toString())
                .requestFactory(requests)
                .build();
    }
}
