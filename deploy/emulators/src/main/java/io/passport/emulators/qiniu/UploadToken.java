package io.passport.emulators.qiniu;

import java.time.Instant;
import java.util.Base64;

/** {@code accessKey:signature:policy}. The signature covers the encoded policy. */
record UploadToken(String accessKey, String signature, String encodedPolicy) {

    /** The policy of the token. Fails unless this account signed it and it has not expired. */
    static PutPolicy verified(String token, QiniuAccount account) throws QiniuApiException {
        String[] parts = token.split(":", -1);
        if (parts.length != 3) {
            throw QiniuApiException.badToken();
        }
        var parsed = new UploadToken(parts[0], parts[1], parts[2]);
        PutPolicy policy = parsed.policy(account);
        policy.requireNotExpired(Instant.now());
        if (!policy.bucket().equals(account.bucket())) {
            throw QiniuApiException.noSuchBucket();
        }
        return policy;
    }

    private PutPolicy policy(QiniuAccount account) throws QiniuApiException {
        if (!account.hasSigned(accessKey, signature, encodedPolicy)) {
            throw QiniuApiException.badToken();
        }
        try {
            return PutPolicy.parse(Base64.getUrlDecoder().decode(encodedPolicy));
        } catch (IllegalArgumentException notBase64) {
            throw QiniuApiException.badToken();
        }
    }

    @Override
    public String toString() {
        return "UploadToken[" + accessKey + "]";
    }
}
