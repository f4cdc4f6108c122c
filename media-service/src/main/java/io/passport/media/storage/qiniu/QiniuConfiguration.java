package io.passport.media.storage.qiniu;

import com.qiniu.storage.BucketManager;
import com.qiniu.storage.Region;
import com.qiniu.storage.UploadManager;
import com.qiniu.util.Auth;
import io.passport.media.storage.ObjectStorage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the client of Qiniu. */
@Configuration(proxyBeanMethods = false)
class QiniuConfiguration {

    @Bean
    ObjectStorage qiniuStorage(QiniuProperties properties) {
        var sdk = sdkConfiguration(properties);
        Auth auth = Auth.create(properties.accessKey(), properties.secretKey());
        return new QiniuStorage(properties, auth, new UploadManager(sdk), new BucketManager(auth, sdk));
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
