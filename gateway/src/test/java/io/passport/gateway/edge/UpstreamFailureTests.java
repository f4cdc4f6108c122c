package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

class UpstreamFailureTests {

    @ParameterizedTest
    @MethodSource
    void isCauseOfWhenServiceFailedThenTrue(Throwable failure) {
        assertThat(UpstreamFailure.isCauseOf(failure)).isTrue();
    }

    static Stream<Throwable> isCauseOfWhenServiceFailedThenTrue() {
        return Stream.of(
                NotFoundException.create(false, "no instance"),
                new ServiceUnavailableException(),
                new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT),
                new ConnectException(),
                new UnknownHostException(),
                new TimeoutException(),
                ReadTimeoutException.INSTANCE,
                AbortedException.beforeSend(),
                new IllegalStateException("retries are over", new ConnectException()));
    }

    @ParameterizedTest
    @MethodSource
    void isCauseOfWhenGatewayFailedThenFalse(Throwable failure) {
        assertThat(UpstreamFailure.isCauseOf(failure)).isFalse();
    }

    static Stream<Throwable> isCauseOfWhenGatewayFailedThenFalse() {
        return Stream.of(
                new IllegalStateException(new NullPointerException()),
                EdgeException.bodyIncomplete(),
                new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR));
    }
}
