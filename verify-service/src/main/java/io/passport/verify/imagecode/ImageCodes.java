package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The answers of the pictures that are out.
 *
 * <pre>
 * SET imagecode:&lt;uuid&gt; &lt;answer&gt; EX 300
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

    void put(ImageCodeId id, String answer) {
        redis.opsForValue().set(key(id), answer, VALID_FOR);
    }

    /**
     * Compares a text with the answer, without regard to case. Right or wrong, the code is spent: two callers that come
     * at once cannot both get past.
     *
     * @throws ApiException {@code 4002} when there is no such code, {@code 4004} when the text is another
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    public void spend(ImageCodeId id, String text) {
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
