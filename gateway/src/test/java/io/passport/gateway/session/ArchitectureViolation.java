package io.passport.gateway.session;

import io.passport.gateway.edge.ClientAddress;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Breaks each rule of {@code ArchitectureTests}, which must notice it. Nothing calls it. */
class ArchitectureViolation {

    WebFilter webFilter() {
        return (exchange, chain) -> chain.filter(exchange);
    }

    @Nullable
    Object useLaterPackage(ServerWebExchange exchange) {
        return ClientAddress.textOf(exchange);
    }

    @Nullable
    Object block(Mono<?> mono) {
        return mono.block();
    }

    Runnable blockInLambda(Flux<?> flux) {
        return () -> flux.blockLast();
    }

    Supplier<?> blockByReference(Mono<?> mono) {
        return mono::block;
    }

    Object blockOnFuture(Mono<?> mono) throws ExecutionException, InterruptedException {
        return mono.toFuture().get();
    }

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
