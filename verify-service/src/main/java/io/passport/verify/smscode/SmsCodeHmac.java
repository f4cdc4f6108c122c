package io.passport.verify.smscode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * The HMAC-SHA256 of purpose, number and digits; {@link SmsCodes} stores it in Redis instead of the code. A hash without a key
 * could be reversed by trying a million codes.
 */
@Component
class SmsCodeHmac {

    private final byte[] key;

    SmsCodeHmac(SmsCodeProperties settings) {
        key = settings.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns 43 characters, base64url without padding. */
    String of(SmsCode code) {
        String text = String.join("\n", code.purpose().wireName(), code.mobile().number(), code.digits());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(text));
    }
}
