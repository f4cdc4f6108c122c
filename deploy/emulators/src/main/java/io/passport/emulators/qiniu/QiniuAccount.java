package io.passport.emulators.qiniu;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one customer that this Qiniu knows.
 *
 * @param accessKey names the customer
 * @param secretKey signs, by HMAC-SHA1
 * @param bucket the customer's one bucket
 */
public record QiniuAccount(String accessKey, String secretKey, String bucket) {

    /** From {@code PASSPORT_QINIU_*}, else the values that the local profile has. */
    public static QiniuAccount from(Map<String, String> environment) {
        return new QiniuAccount(
                environment.getOrDefault("PASSPORT_QINIU_ACCESS_KEY", "local-only-qiniu-access-key"),
                environment.getOrDefault("PASSPORT_QINIU_SECRET_KEY", "local-only-qiniu-secret-key"),
                environment.getOrDefault("PASSPORT_QINIU_BUCKET", "passport-avatars"));
    }

    /** Whether this is our access key and the URL-safe Base64 of our HMAC over that text. */
    boolean signed(String givenAccessKey, String givenSignature, String text) {
        byte[] expected = Base64.getUrlEncoder().encode(hmac(text));
        return accessKey.equals(givenAccessKey)
                && MessageDigest.isEqual(expected, givenSignature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    @Override
    public String toString() {
        return "QiniuAccount[" + accessKey + ", " + bucket + "]";
    }
}
