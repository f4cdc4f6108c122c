package io.passport.verify.smscode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What Redis holds in place of a code: HMAC-SHA256 over purpose, number and digits. A bare hash would be undone by
 * trying a million; this needs the secret too.
 */
@Component
class SmsCodeSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SmsCodeSeal(SmsCodeSettings settings) {
        key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 43 characters, base64url without padding. */
    String of(SmsCode code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(
                    String.join("\n", code.purpose().wireName(), code.mobile().number(), code.digits())
                            .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
