package io.passport.emulators.qiniu;

import java.time.Instant;
import java.util.Base64;

/** {@code accessKey:signature:policy}, where the signature covers the policy as it is encoded here. */
record UploadToken(String accessKey, String signature, String encodedPolicy) {

    /** The policy of a token that these keys signed and that has not expired. */
    static PutPolicy verified(String token, QiniuAccount keys) throws QiniuApiException {
        String[] parts = token.split(":", -1);
        if (parts.length != 3) {
            throw QiniuApiException.badToken();
        }
        var parsed = new UploadToken(parts[0], parts[1], parts[2]);
        PutPolicy policy = parsed.policy(keys);
        policy.requireNotExpired(Instant.now());
        if (!policy.bucket().equals(keys.bucket())) {
            throw QiniuApiException.noSuchBucket();
        }
        return policy;
    }

    private PutPolicy policy(QiniuAccount keys) throws QiniuApiException {
        if (!keys.signed(accessKey, signature, encodedPolicy)) {
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
