package io.passport.verify.smsprovider;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;

/**
 * Calls a vendor through a circuit breaker with a time limit, and turns every failure into an outcome. {@link Failover} calls
 * it; it throws nothing. A vendor that does not answer within the time limit may have sent the message, so the outcome is
 * {@link Delivery.Uncertain}.
 */
final class CircuitBreakingProvider implements SmsProvider {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakingProvider.class);

    private final String name;
    private final SmsProvider provider;
    private final CircuitBreaker breaker;

    CircuitBreakingProvider(String name, SmsProvider provider, CircuitBreaker breaker) {
        this.name = name;
        this.provider = provider;
        this.breaker = breaker;
    }

    @Override
    public Delivery send(SmsMessage message) {
        return breaker.run(
                () -> provider.send(message), failure -> outcomeOf(Objects.requireNonNull(failure), message));
    }

    private Delivery outcomeOf(Throwable failure, SmsMessage message) {
        // class names only: a library's message may quote what it sent
        LOG.warn(
                "{} failed at {}: {}",
                message,
                name,
                causes(failure).map(cause -> cause.getClass().getSimpleName()).collect(Collectors.joining(" < ")));
        if (causes(failure).anyMatch(CallNotPermittedException.class::isInstance)) {
            return new Delivery.Failed(name, "circuit_open");
        }
        return causes(failure).anyMatch(CircuitBreakingProvider::isFailureToConnect)
                ? new Delivery.Failed(name, "unreachable")
                : new Delivery.Uncertain(name);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isFailureToConnect(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }
}
