package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores the texts of the image codes in Redis, for five minutes. Each method is one Redis command.
 *
 * <pre>
 * SET imagecode:&lt;uuid&gt; &lt;text&gt; EX 300
 * GETDEL imagecode:&lt;uuid&gt;
 * </pre>
 */
@Component
public class ImageCodes {

    /** The description of {@link ImageCodeController#make} and {@code gateway/API.md} contain this time, too. */
    private static final Duration VALID_FOR = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;

    ImageCodes(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Stores a text; it replaces the text of the same id. {@link ImageCodeController} calls it.
     *
     * @throws org.springframework.dao.DataAccessException when Redis fails or does not answer in time
     */
    void put(ImageCodeId id, String text) {
        redis.opsForValue().set(key(id), text, VALID_FOR);
    }

    /**
     * Compares a text with the image code, ignoring case. The code is deleted in every case, also when the text is wrong. So of
     * two calls at the same time at most one succeeds. {@code SmsCodeSender} calls it before it sends.
     *
     * @throws ApiException {@code NODATA} ({@code 4002}) when the code does not exist, is expired or was used; {@code DATAERR}
     *     ({@code 4004}) when the text is wrong
     * @throws org.springframework.dao.DataAccessException when Redis fails or does not answer in time; Redis may delete the
     *     code later
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
