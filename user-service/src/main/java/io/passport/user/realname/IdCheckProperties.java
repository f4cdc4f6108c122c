package io.passport.user.realname;

import io.passport.common.tencentcloud.TencentCloudApi;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tencent Cloud's two-factor check. {@link #toString} has no secret. Without the secrets the service does not start.
 *
 * @param url scheme and host, {@code https://faceid.tencentcloudapi.com}
 * @param secretId the account's key id
 * @param secretKey the account's key
 * @param connectTimeout to connect
 * @param readTimeout to wait for the answer
 */
@ConfigurationProperties("passport.id-check")
public record IdCheckProperties(
        @DefaultValue("https://faceid.tencentcloudapi.com") URI url,
        String secretId,
        String secretKey,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout) {

    public IdCheckProperties {
        if (secretId == null || secretId.isBlank() || secretKey == null || secretKey.isBlank()) {
            throw new IllegalArgumentException("passport.id-check.secret-id and .secret-key must be set");
        }
        if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
            throw new IllegalArgumentException("passport.id-check: timeouts must be positive");
        }
    }

    /** The longest that a call takes. */
    public Duration timeout() {
        return connectTimeout.plus(readTimeout);
    }

    TencentCloudApi api() {
        return new TencentCloudApi(
                "faceid", "2018-03-01", "", url, secretId, secretKey, connectTimeout, readTimeout, timeout());
    }

    @Override
    public String toString() {
        return "IdCheckProperties[" + url + "]";
    }
}
