package io.passport.verify.compensation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A Lua script that reverts a change. It is sent in full ({@code EVAL}): a Redis that does not answer in time may run it later,
 * and {@code NOSCRIPT} would then go unnoticed.
 */
public final class CompensationScript {

    private final byte[] source;

    /**
     * Loads the script.
     *
     * @throws RuntimeException when the file does not exist
     */
    public CompensationScript(Resource file) {
        source = bytes(RedisScript.of(file).getScriptAsString());
    }

    /**
     * Runs the script.
     *
     * @return whether the script returned 1
     * @throws org.springframework.dao.DataAccessException when Redis fails or does not answer in time; it may run the script
     *     later
     */
    public boolean run(StringRedisTemplate redis, List<String> keys, String... arguments) {
        byte[][] parts = Stream.concat(keys.stream(), Stream.of(arguments))
                .map(CompensationScript::bytes)
                .toArray(byte[][]::new);
        return Boolean.TRUE.equals(redis.execute((RedisCallback<Boolean>)
                connection -> connection.scriptingCommands().eval(source, ReturnType.BOOLEAN, keys.size(), parts)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
