package io.passport.gateway.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Sends commands through Lettuce's asynchronous API, over the connection that Spring Data shares. While it is open, a command
 * is written before {@link #send} returns, so the commands of one request need one round trip. Nothing blocks: the connection
 * is opened by another thread, at start-up, and again by the next command if that failed. Later Lettuce reconnects by itself.
 */
@Component
public class AsyncRedis {

    private static final Executor CONNECTOR =
            task -> Thread.ofVirtual().name("redis-connector").start(task);

    private final LettuceConnectionFactory factory;
    private final AtomicReference<@Nullable CompletableFuture<RedisClusterAsyncCommands<byte[], byte[]>>> connection =
            new AtomicReference<>();

    AsyncRedis(LettuceConnectionFactory factory) {
        this.factory = factory;
        connection();
    }

    /**
     * Sends a command. The stage fails with a {@link RedisException} when Redis is unavailable, does not answer within {@code
     * spring.data.redis.timeout}, or reports an error.
     */
    public <T> CompletionStage<T> send(
            Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
        CompletableFuture<RedisClusterAsyncCommands<byte[], byte[]>> connected = connection();
        return connected.state() == Future.State.SUCCESS
                ? command.apply(connected.resultNow())
                : connected.thenCompose(command);
    }

    private CompletableFuture<RedisClusterAsyncCommands<byte[], byte[]>> connection() {
        CompletableFuture<RedisClusterAsyncCommands<byte[], byte[]>> current = connection.get();
        if (current != null && !current.isCompletedExceptionally()) {
            return current;
        }
        CompletableFuture<RedisClusterAsyncCommands<byte[], byte[]>> next = new CompletableFuture<>();
        if (!connection.compareAndSet(current, next)) {
            return connection();
        }
        CONNECTOR.execute(() -> connect(next));
        return next;
    }

    private void connect(CompletableFuture<RedisClusterAsyncCommands<byte[], byte[]>> result) {
        try {
            result.complete(((LettuceConnection) factory.getConnection()).getNativeConnection());
        } catch (RuntimeException | Error unavailable) {
            // a future that never completes would hold its requests for ever
            result.completeExceptionally(new RedisException("Redis is unavailable", unavailable));
        }
    }
}
