package io.passport.verify.smsprovider;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The vendor's client over an OkHttp of ours. The one that it would make itself sends again when a connection that was
 * used before breaks, counts its timeouts in whole seconds, and has none for the whole of a call.
 */
final class TencentClient {

    private static final int LONGEST_ANSWER = 16 * 1024;

    private TencentClient() {}

    static CommonClient of(TencentSettings settings) {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol(settings.baseUrl().getScheme() + "://");
        profile.setEndpoint(settings.baseUrl().getAuthority());
        profile.setHttpClient(http(settings));
        return new CommonClient(
                "sms",
                "2021-01-11",
                new Credential(settings.secretId(), settings.secretKey()),
                settings.region(),
                new ClientProfile(ClientProfile.SIGN_TC3_256, profile));
    }

    private static OkHttpClient http(TencentSettings settings) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.readTimeout())
                .addInterceptor(TencentClient::tellingWhetherConnected)
                .addNetworkInterceptor(TencentClient::onceConnected)
                .build();
    }

    /** OkHttp throws the same for a connection that was not made in time and an answer that did not come in time. */
    private static Response tellingWhetherConnected(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (AfterConnecting failure) {
            throw failure;
        } catch (IOException failure) {
            ConnectException unreachable = new ConnectException("Not connected");
            unreachable.initCause(failure);
            throw unreachable;
        }
    }

    /** OkHttp takes 503 with {@code Retry-After: 0} for a request to try again; and the SDK reads endlessly. */
    private static Response onceConnected(Interceptor.Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            return response.newBuilder()
                    .removeHeader("Retry-After")
                    .body(response.peekBody(LONGEST_ANSWER))
                    .build();
        } catch (IOException failure) {
            throw new AfterConnecting(failure);
        }
    }

    /** There was a connection: the vendor may have the message. */
    private static final class AfterConnecting extends IOException {
        AfterConnecting(IOException failure) {
            super(failure);
        }
    }
}
