package io.passport.common.tencentcloud;

import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * An OkHttp client that sends a request at most once. The client that the SDK makes repeats a request when a reused
 * connection breaks, counts its timeouts in whole seconds, and has no timeout for a whole call.
 */
final class SingleAttemptOkHttp {

    private static final int MAX_RESPONSE_BYTES = 16 * 1024;

    private SingleAttemptOkHttp() {}

    /** A client with the API's timeouts. Reads at most 16 KiB of an answer; the rest is dropped. */
    static OkHttpClient of(TencentCloudApi api) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(api.connectTimeout())
                .readTimeout(api.readTimeout())
                .writeTimeout(api.readTimeout())
                .callTimeout(api.timeout())
                .addInterceptor(SingleAttemptOkHttp::reportConnectFailure)
                .addNetworkInterceptor(SingleAttemptOkHttp::exchangeOnce)
                .build();
    }

    /**
     * Reports a failure before the connection was made as a {@link ConnectException}: OkHttp throws the same type for both
     * cases.
     */
    private static Response reportConnectFailure(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ConnectedException failure) {
            throw failure;
        } catch (IOException failure) {
            ConnectException unreachable = new ConnectException("Not connected");
            unreachable.initCause(failure);
            throw unreachable;
        }
    }

    /** OkHttp repeats a request that is answered 503 with {@code Retry-After: 0}; the SDK reads an answer of any length. */
    private static Response exchangeOnce(Interceptor.Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            return response.newBuilder()
                    .removeHeader("Retry-After")
                    .body(response.peekBody(MAX_RESPONSE_BYTES))
                    .build();
        } catch (IOException failure) {
            throw new ConnectedException(failure);
        }
    }

    /** The call failed after it was connected: the API may have the request. */
    private static final class ConnectedException extends IOException {
        ConnectedException(IOException failure) {
            super(failure);
        }
    }
}
