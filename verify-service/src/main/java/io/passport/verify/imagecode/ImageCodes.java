package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores the texts of the image codes in Redis, for five minutes.
 *
 * <pre>
 * SET imagecode:&lt;uuid&gt; &lt;text&gt; EX 300
 * GETDEL imagecode:&lt;uuid&gt;
 * </pre>
 */
@Component
public class ImageCodes {

    private static final Duration VALID_FOR = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;

    ImageCodes(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** @throws org.springframework.dao.DataAccessException when Redis fails */
    void put(ImageCodeId id, String text) {
        redis.opsForValue().set(key(id), text, VALID_FOR);
    }

    /**
     * Compares a text with the image code, ignoring case. Right or wrong, this consumes the code: of two concurrent calls
     * only one can succeed.
     *
     * @throws ApiException {@code 4002} when the code does not exist, {@code 4004} when the text differs
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    public void consume(ImageCodeId id, String text) {
        String answer = redis.opsForValue().getAndDelete(key(id));
        if (answer == null) {
            throw ApiException.of(ErrorCode.NODATA, "图片验证码已过期");
        }
        if (!answer.equalsIgnoreCase(text)) {
            throw ApiException.of(ErrorCode.DATAERR, "图片验证码错误");
        }
    }

    private static String key(ImageCodeId id) {
        return "imagecode:" + id.uuid();
    }
}
