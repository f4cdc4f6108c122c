package io.passport.media.storage.qiniu;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Qiniu bucket, its hosts and timeouts. {@link #toString} has no keys. With an invalid value the service does not start.
 *
 * @param accessKey the account's access key
 * @param secretKey signs requests
 * @param bucket the bucket of the avatars, publicly readable
 * @param publicUrl the bucket's public URL, without a trailing slash
 * @param uploadUrl the upload host of the bucket's region, such as {@code https://up-z0.qiniup.com}
 * @param managementUrl the management host of the bucket's region, such as {@code https://rs-z0.qiniuapi.com}
 * @param connectTimeout whole seconds, at least one, since the SDK counts in seconds
 * @param writeTimeout for one write of the picture; whole seconds
 * @param readTimeout for one read of the answer; whole seconds
 */
@Validated
@ConfigurationProperties("passport.qiniu")
record QiniuProperties(
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotBlank String bucket,
        @Pattern(regexp = "https?://[^?#]+[^/?#]") @NotBlank String publicUrl,
        @Pattern(regexp = "https?://[^/]+") @NotBlank String uploadUrl,
        @Pattern(regexp = "https?://[^/]+") @NotBlank String managementUrl,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("1s") Duration writeTimeout,
        @DefaultValue("3s") Duration readTimeout) {

    public QiniuProperties {
        requireWholeSeconds("connect-timeout", connectTimeout);
        requireWholeSeconds("write-timeout", writeTimeout);
        requireWholeSeconds("read-timeout", readTimeout);
    }

    private static void requireWholeSeconds(String name, Duration timeout) {
        if (timeout.toSeconds() < 1 || timeout.toNanosPart() != 0) {
            throw new IllegalArgumentException("passport.qiniu." + name + " must be whole seconds, at least one");
        }
    }

    @Override
    public String toString() {
        return "QiniuProperties[bucket=" + bucket + ", publicUrl=" + publicUrl + "]";
    }
}
