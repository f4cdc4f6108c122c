package io.passport.emulators.qiniu;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The only account of this emulator, which refuses every other account and bucket.
 *
 * @param accessKey names the account
 * @param secretKey signs, with HMAC-SHA1
 * @param bucket the account's only bucket
 */
public record QiniuAccount(String accessKey, String secretKey, String bucket) {
    /**
     * Reads the account from {@code PASSPORT_QINIU_*}. A missing variable has the value of the local profile. The values are not
     * checked.
     */
    public static QiniuAccount from(Map<String, String> environment) {
        return new QiniuAccount(
                environment.getOrDefault("PASSPORT_QINIU_ACCESS_KEY", "local-only-qiniu-access-key"),
                environment.getOrDefault("PASSPORT_QINIU_SECRET_KEY", "local-only-qiniu-secret-key"),
                environment.getOrDefault("PASSPORT_QINIU_BUCKET", "passport-avatars"));
    }

    /** Whether the access key is this account's, and the signature is the URL-safe Base64 of its HMAC over the text. */
    boolean hasSigned(String givenAccessKey, String givenSignature, String text) {
        byte[] hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, secretKey).hmac(text);
        return accessKey.equals(givenAccessKey)
                && MessageDigest.isEqual(
                        Base64.getUrlEncoder().encode(hmac), givenSignature.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret key. */
    @Override
    public String toString() {
        return "QiniuAccount[" + accessKey + ", " + bucket + "]";
    }
}
