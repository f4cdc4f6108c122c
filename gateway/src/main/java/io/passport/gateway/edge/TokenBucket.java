package io.passport.gateway.edge;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.passport.gateway.redis.AsyncRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The token buckets of the rate limit in Redis, one for each subnet, shared by all gateways: {@code EVALSHA} of the script of
 * Spring Cloud Gateway's {@code RedisRateLimiter}, on {@code request_rate_limiter.{edge.<subnet>}.tokens} and {@code
 * .timestamp}.
 */
@Component
class TokenBucket {

    private static final byte[] TIME_OF_REDIS = bytes("");
    private static final byte[] ONE_TOKEN = bytes("1");

    private final AsyncRedis redis;
    private final byte[] script;
    private final String digest;
    private final byte[] requestsPerSecond;
    private final byte[] burst;

    TokenBucket(AsyncRedis redis, EdgeProperties properties) {
        this.redis = redis;
        this.script = script();
        this.digest = DigestUtils.sha1Hex(script);
        this.requestsPerSecond = bytes(String.valueOf(properties.rateLimit().requestsPerSecond()));
        this.burst = bytes(String.valueOf(properties.rateLimit().burst()));
    }

    /**
     * Takes one token from the subnet's bucket. False if it is empty. The stage fails with a {@link
     * io.lettuce.core.RedisException} when Redis is unavailable.
     */
    CompletionStage<Boolean> take(String subnet) {
        String prefix = "request_rate_limiter.{edge." + subnet + "}.";
        byte[][] keys = {bytes(prefix + "tokens"), bytes(prefix + "timestamp")};
        byte[][] arguments = {requestsPerSecond, burst, TIME_OF_REDIS, ONE_TOKEN};
        return redis.<List<Long>>send(commands -> commands.evalsha(digest, ScriptOutputType.MULTI, keys, arguments))
                .exceptionallyCompose(failure -> isNoScript(failure)
                        ? redis.send(commands -> commands.eval(script, ScriptOutputType.MULTI, keys, arguments))
                        : CompletableFuture.failedStage(failure))
                .thenApply(answer -> answer.getFirst() == 1);
    }

    /** Redis has restarted and does not know the script. */
    private static boolean isNoScript(Throwable failure) {
        return failure instanceof RedisNoScriptException
                || failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException;
    }

    private static byte[] script() {
        try {
            return new ClassPathResource("META-INF/scripts/request_rate_limiter.lua").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Spring Cloud Gateway contains the script", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
