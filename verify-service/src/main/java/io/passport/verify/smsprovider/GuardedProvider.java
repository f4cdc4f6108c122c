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

/** A provider that cannot hold anybody up: bounded in time, and left alone for a while when it keeps failing. */
final class GuardedProvider implements SmsProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedProvider.class);

    private final String name;
    private final SmsProvider provider;
    private final CircuitBreaker breaker;

    GuardedProvider(String name, SmsProvider provider, CircuitBreaker breaker) {
        this.name = name;
        this.provider = provider;
        this.breaker = breaker;
    }

    @Override
    public Delivery send(SmsMessage message) {
        return breaker.run(
                () -> provider.send(message), failure -> deliveryAfter(Objects.requireNonNull(failure), message));
    }

    private Delivery deliveryAfter(Throwable failure, SmsMessage message) {
        // not their texts: a library may quote what it sent
        LOG.warn(
                "{} failed at {}: {}",
                message,
                name,
                causes(failure).map(cause -> cause.getClass().getSimpleName()).collect(Collectors.joining(" < ")));
        if (causes(failure).anyMatch(CallNotPermittedException.class::isInstance)) {
            return new Delivery.NotTaken(name, "resting");
        }
        return causes(failure).anyMatch(GuardedProvider::neverReached)
                ? new Delivery.NotTaken(name, "unreachable")
                : new Delivery.Uncertain(name);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean neverReached(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }
}
