package io.passport.emulators.qiniu;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an upload token allows (developer.qiniu.com/kodo/1206/put-policy). A policy with a field that this
 * emulator does not have, such as a callback, is rejected.
 *
 * @param scope {@code bucket}, or {@code bucket:key}, which may be overwritten
 * @param isPrefixalScope 1 if the scope's key is a prefix of the allowed keys
 * @param deadline end of validity, in seconds since 1970
 * @param insertOnly not 0: never overwrites
 * @param endUser any text of the customer
 * @param fsizeMin minimum size in bytes
 * @param fsizeLimit maximum size in bytes
 * @param mimeLimit allowed types, {@code image/*;text/plain}; after a {@code !}, forbidden types
 * @param returnBody the response, with variables
 */
record PutPolicy(
        String scope,
        @Nullable Integer isPrefixalScope,
        @Nullable Long deadline,
        @Nullable Integer insertOnly,
        @Nullable String endUser,
        @Nullable Long fsizeMin,
        @Nullable Long fsizeLimit,
        @Nullable String mimeLimit,
        @Nullable String returnBody) {

    PutPolicy {
        if (scope == null || deadline == null) {
            throw new IllegalArgumentException("scope and deadline are required");
        }
    }

    static PutPolicy parse(byte[] json) throws QiniuApiException {
        try {
            PutPolicy policy = JsonMapper.shared()
                    .readerFor(PutPolicy.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (policy == null) {
                throw QiniuApiException.badToken();
            }
            return policy;
        } catch (JacksonException e) {
            throw new QiniuApiException(
                    400, "put policy is malformed or beyond this emulator: " + e.getOriginalMessage());
        }
    }

    void requireNotExpired(Instant now) throws QiniuApiException {
        if (deadline == null || now.getEpochSecond() > deadline) {
            throw new QiniuApiException(401, "expired token");
        }
    }

    String bucket() {
        return scope.split(":", 2)[0];
    }

    boolean mayOverwrite() {
        return scope.contains(":") && (insertOnly == null || insertOnly == 0);
    }

    void requireKey(String key) throws QiniuApiException {
        String[] parts = scope.split(":", 2);
        boolean prefixal = isPrefixalScope != null && isPrefixalScope == 1;
        if (parts.length == 2 && !(prefixal ? key.startsWith(parts[1]) : key.equals(parts[1]))) {
            throw new QiniuApiException(403, "key doesn't match scope");
        }
    }

    void requireSize(int size) throws QiniuApiException {
        if (fsizeLimit != null && fsizeLimit > 0 && size > fsizeLimit) {
            throw new QiniuApiException(413, "exceed FsizeLimit");
        }
        if (fsizeMin != null && size < fsizeMin) {
            throw new QiniuApiException(403, "less than FsizeMin");
        }
    }

    void requireMimeType(String mimeType) throws QiniuApiException {
        if (mimeLimit == null || mimeLimit.isBlank()) {
            return;
        }
        boolean negated = mimeLimit.startsWith("!");
        boolean listed = Arrays.stream(mimeLimit.substring(negated ? 1 : 0).split(";"))
                .anyMatch(pattern -> covers(pattern, mimeType));
        if (listed == negated) {
            throw new QiniuApiException(
                    403, "limited mimeType: this file type (" + mimeType + ") is forbidden to upload");
        }
    }

    private static boolean covers(String pattern, String mimeType) {
        return pattern.endsWith("/*")
                ? mimeType.startsWith(pattern.substring(0, pattern.length() - 1))
                : mimeType.equals(pattern);
    }
}
