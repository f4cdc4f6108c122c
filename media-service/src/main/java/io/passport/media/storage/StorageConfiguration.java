package io.passport.media.storage;

import com.qiniu.storage.BucketManager;
import com.qiniu.storage.Region;
import com.qiniu.storage.UploadManager;
import com.qiniu.util.Auth;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the storage. Nothing connects to Qiniu at start, so the service starts while Qiniu is unavailable. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    /** Uploads and deletions have a circuit breaker each, since they go to different hosts. */
    @Bean
    AvatarStorage avatarStorage(QiniuProperties properties, CircuitBreakerFactory<?, ?> breakers) {
        var sdk = sdkConfiguration(properties);
        Auth auth = Auth.create(properties.accessKey(), properties.secretKey());
        return new QiniuStorage(
                properties,
                auth,
                new UploadManager(sdk),
                new BucketManager(auth, sdk),
                breakers.create(AvatarStorage.UPLOAD_BREAKER),
                breakers.create(AvatarStorage.DELETE_BREAKER));
    }

    /** A fixed region and no retries: the SDK would otherwise look up the region and repeat failed calls. */
    private static com.qiniu.storage.Configuration sdkConfiguration(QiniuProperties properties) {
        var sdk = com.qiniu.storage.Configuration.create(new Region.Builder()
                .region("fixed")
                .srcUpHost(properties.uploadUrl())
                .accUpHost(properties.uploadUrl())
                .rsHost(properties.managementUrl())
                .build());
        sdk.connectTimeout = (int) properties.connectTimeout().toSeconds();
        sdk.writeTimeout = (int) properties.writeTimeout().toSeconds();
        sdk.readTimeout = (int) properties.readTimeout().toSeconds();
        sdk.useHttpsDomains = properties.uploadUrl().startsWith("https:");
        sdk.retryMax = 0;
        return sdk;
    }
}
