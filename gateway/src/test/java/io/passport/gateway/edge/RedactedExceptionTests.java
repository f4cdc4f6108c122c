package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RedactedExceptionTests {

    @Test
    void copyWhenOriginalHasMessagesThenNoneIsCopied() {
        var original = new IllegalStateException("of-the-query", new NullPointerException("of-the-query"));
        RedactedException copy = RedactedException.of(original);
        assertThat(copy).hasMessage("java.lang.IllegalStateException").hasCauseInstanceOf(RedactedException.class);
        assertThat(copy).hasRootCauseMessage("java.lang.NullPointerException");
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
    }

    @Test
    void copyWhenReactorMovedTheStackTraceThenItIsCopied() {
        var original = new IllegalStateException();
        StackTraceElement[] trace = original.getStackTrace();
        Throwable thrown = catchThrowable(
                () -> Mono.error(original).checkpoint("HTTP GET of-the-query").block());
        assertThat(thrown.getStackTrace()).hasSize(1);
        assertThat(RedactedException.of(thrown).getStackTrace()).contains(trace);
        assertThat(RedactedException.of(thrown)).hasNoSuppressedExceptions();
    }
}
