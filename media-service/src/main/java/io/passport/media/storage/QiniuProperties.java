package io.passport.media.storage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bucket and how to reach it. Prints no key.
 *
 * @param accessKey names the account
 * @param secretKey signs
 * @param bucket holds the avatars, and may be read by everybody
 * @param publicUrl the bucket's public address, without a slash at the end
 * @param uploadUrl the upload host of the bucket's region, {@code https://up-z0.qiniup.com} for instance
 * @param managementUrl the management host of the bucket's region, {@code https://rs-z0.qiniuapi.com} for instance
 * @param connectTimeout whole seconds, as for the next two: the SDK counts in them
 * @param writeTimeout for one piece of the picture to be taken
 * @param readTimeout for one piece of the answer to arrive
 * @param timeLimit for a whole call; more than the three together
 */
@Validated
@ConfigurationProperties("passport.qiniu")
public record QiniuProperties(
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotBlank String bucket,
        @Pattern(regexp = "https?://[^?#]+[^/?#]") @NotBlank String publicUrl,
        @Pattern(regexp = "https?://[^/]+") @NotBlank String uploadUrl,
        @Pattern(regexp = "https?://[^/]+") @NotBlank String managementUrl,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("1s") Duration writeTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("6s") Duration timeLimit) {

    public QiniuProperties {
        refuseUnlessWholeSeconds("connect-timeout", connectTimeout);
        refuseUnlessWholeSeconds("write-timeout", writeTimeout);
        refuseUnlessWholeSeconds("read-timeout", readTimeout);
        if (connectTimeout.plus(writeTimeout).plus(readTimeout).compareTo(timeLimit) >= 0) {
            throw new IllegalArgumentException("passport.qiniu.time-limit must be longer than connect-timeout,"
                    + " write-timeout and read-timeout together");
        }
    }

    private static void refuseUnlessWholeSeconds(String name, Duration timeout) {
        if (timeout.toSeconds() < 1 || timeout.toNanosPart() != 0) {
            throw new IllegalArgumentException("passport.qiniu." + name + " must be whole seconds, at least one");
        }
    }

    @Override
    public String toString() {
        return "QiniuProperties[bucket=" + bucket + ", publicUrl=" + publicUrl + "]";
    }
}
