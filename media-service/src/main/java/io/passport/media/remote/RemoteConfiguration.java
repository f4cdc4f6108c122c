package io.passport.media.remote;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;

@Configuration(proxyBeanMethods = false)
class RemoteConfiguration {

    @Bean
    CircuitBreakerDefaults boundedCalls(CircuitBreakerProperties settings) {
        return new CircuitBreakerDefaults(settings);
    }

    /** A time limit needs a thread that can be left behind; a virtual one costs nothing to leave. */
    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> callsOnVirtualThreads() {
        var executor = new SimpleAsyncTaskExecutor("outgoing-");
        executor.setVirtualThreads(true);
        executor.setTaskDecorator(RemoteConfiguration::withRequestId);
        return factory -> factory.configureExecutorService(new ExecutorServiceAdapter(executor));
    }

    private static Runnable withRequestId(Runnable call) {
        @Nullable Map<String, String> context = MDC.getCopyOfContextMap();
        return () -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            call.run();
        };
    }
}
