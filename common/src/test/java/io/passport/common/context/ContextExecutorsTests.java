package io.passport.common.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.api.RequestId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ContextExecutorsTests {

    private final ExecutorService threads = ContextExecutors.virtualThreads();

    @AfterEach
    void close() {
        threads.close();
        MDC.clear();
    }

    @Test
    void submitWhenTheRequestHasAnIdThenTheTaskHasItToo() throws Exception {
        MDC.put(RequestId.LOG_FIELD, "a-request-id");
        assertThat(threads.submit(() -> MDC.get(RequestId.LOG_FIELD)).get()).isEqualTo("a-request-id");
    }

    @Test
    void runAsyncWhenTheRequestHasAnIdThenTheTaskHasItToo() {
        MDC.put(RequestId.LOG_FIELD, "a-request-id");
        assertThat(CompletableFuture.supplyAsync(() -> MDC.get(RequestId.LOG_FIELD), threads)
                        .join())
                .isEqualTo("a-request-id");
    }

    @Test
    void submitWhenThereIsNoIdThenTheTaskHasNone() throws Exception {
        assertThat(threads.submit(() -> MDC.get(RequestId.LOG_FIELD)).get()).isNull();
    }
}
