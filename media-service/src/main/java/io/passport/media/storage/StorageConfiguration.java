package io.passport.media.storage;

import com.qiniu.storage.BucketManager;
import com.qiniu.storage.Configuration;
import com.qiniu.storage.Region;
import com.qiniu.storage.UploadManager;
import com.qiniu.util.Auth;
import io.passport.media.remote.CircuitBreakerDefaults;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final String UPLOADING = "qiniu-upload";
    private static final String DELETING = "qiniu-delete";

    @Bean
    AvatarStorage avatarStorage(QiniuProperties settings, CircuitBreakerFactory<?, ?> breakers) {
        Configuration sdk = sdk(settings);
        Auth auth = Auth.create(settings.accessKey(), settings.secretKey());
        return new QiniuStorage(
                settings,
                auth,
                new UploadManager(sdk),
                new BucketManager(auth, sdk),
                breakers.create(UPLOADING),
                breakers.create(DELETING));
    }

    /** Two breakers, since uploads and deletions go to different hosts of Qiniu. */
    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> qiniuBreakers(
            QiniuProperties settings, CircuitBreakerDefaults bounded) {
        return bounded.within(settings.timeLimit(), UPLOADING, DELETING);
    }

    private static Configuration sdk(QiniuProperties settings) {
        // a fixed region: looking one up would be one more remote call that can hang
        Configuration sdk = Configuration.create(new Region.Builder()
                .region("fixed")
                .srcUpHost(settings.uploadUrl())
                .accUpHost(settings.uploadUrl())
                .rsHost(settings.managementUrl())
                .build());
        sdk.connectTimeout = (int) settings.connectTimeout().toSeconds();
        sdk.writeTimeout = (int) settings.writeTimeout().toSeconds();
        sdk.readTimeout = (int) settings.readTimeout().toSeconds();
        sdk.useHttpsDomains = settings.uploadUrl().startsWith("https:");
        sdk.retryMax = 0;
        return sdk;
    }
}
