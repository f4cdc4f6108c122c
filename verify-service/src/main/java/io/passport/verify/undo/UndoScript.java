package io.passport.verify.undo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A script that takes something back. It is sent in full ({@code EVAL}): a Redis that is frozen runs it later, when nobody
 * is there any more to hear that it does not know the script.
 */
public final class UndoScript {

    private final byte[] source;

    /** Reads it from a Lua file. */
    public UndoScript(Resource file) {
        source = bytes(RedisScript.of(file).getScriptAsString());
    }

    /**
     * Runs it.
     *
     * @return whether it answered 1
     * @throws org.springframework.dao.DataAccessException when Redis fails, or does not answer in time
     */
    public boolean run(StringRedisTemplate redis, List<String> keys, String... arguments) {
        byte[][] parts = Stream.concat(keys.stream(), Stream.of(arguments))
                .map(UndoScript::bytes)
                .toArray(byte[][]::new);
        return Boolean.TRUE.equals(redis.execute((RedisCallback<Boolean>)
                connection -> connection.scriptingCommands().eval(source, ReturnType.BOOLEAN, keys.size(), parts)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
