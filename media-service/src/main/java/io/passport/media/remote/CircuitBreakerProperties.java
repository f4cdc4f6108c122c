package io.passport.media.remote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a circuit breaker opens, and how it closes again by itself.
 *
 * @param window the last so many calls are judged
 * @param minimumCalls before so many there is no judgement
 * @param failureRate per cent of failed calls from which on it opens
 * @param openFor refuses every call for so long
 * @param probes calls that are then let through to see whether it may close
 */
@Validated
@ConfigurationProperties("passport.breaker")
record CircuitBreakerProperties(
        @DefaultValue("10") @Positive int window,
        @DefaultValue("5") @Positive int minimumCalls,
        @DefaultValue("50") @Positive @Max(100) float failureRate,
        @DefaultValue("5s") Duration openFor,
        @DefaultValue("2") @Positive int probes) {}
