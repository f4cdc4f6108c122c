package io.passport.user.realname;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The vendor's client over an OkHttp of ours. The one that it would make itself asks again when a connection that was used
 * before breaks, and each question costs money; it counts its timeouts in whole seconds, and has none for the whole of a call.
 */
final class TencentClient {

    private static final int LONGEST_ANSWER = 16 * 1024;

    private TencentClient() {}

    static CommonClient of(IdCheckProperties settings) {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol(settings.url().getScheme() + "://");
        profile.setEndpoint(settings.url().getAuthority());
        profile.setHttpClient(http(settings));
        return new CommonClient(
                "faceid",
                "2018-03-01",
                new Credential(settings.secretId(), settings.secretKey()),
                "",
                new ClientProfile(ClientProfile.SIGN_TC3_256, profile));
    }

    private static OkHttpClient http(IdCheckProperties settings) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.longest())
                .addNetworkInterceptor(TencentClient::onceAndNotEndlessly)
                .build();
    }

    /** OkHttp takes 503 with {@code Retry-After: 0} for a request to try again; and the SDK reads endlessly. */
    private static Response onceAndNotEndlessly(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.newBuilder()
                .removeHeader("Retry-After")
                .body(response.peekBody(LONGEST_ANSWER))
                .build();
    }
}
