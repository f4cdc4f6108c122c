package io.passport.common.tencentcloud;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.net.URI;
import java.time.Duration;

/**
 * An API of Tencent Cloud and an account for it. Prints no secret.
 *
 * @param service the API's name, such as {@code sms}
 * @param version the API's version, such as {@code 2021-01-11}
 * @param region empty when the API has none
 * @param url scheme and host
 * @param secretId the account's key id
 * @param secretKey the account's key
 * @param connectTimeout for a connection
 * @param readTimeout for each read and write
 * @param timeout for the whole call, connecting included
 */
public record TencentCloudApi(
        String service,
        String version,
        String region,
        URI url,
        String secretId,
        String secretKey,
        Duration connectTimeout,
        Duration readTimeout,
        Duration timeout) {

    /**
     * A client for this API, safe for concurrent use. A call is sent at most once and lasts at most {@code timeout}. It throws
     * {@code TencentCloudSDKException}: with an error code when the API rejected the request, without one when there was no
     * answer. In the latter case its cause is a {@link java.net.ConnectException} if there was no connection, so the API has
     * not seen the request.
     */
    public CommonClient client() {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol(url.getScheme() + "://");
        profile.setEndpoint(url.getAuthority());
        profile.setHttpClient(SingleAttemptOkHttp.of(this));
        return new CommonClient(
                service,
                version,
                new Credential(secretId, secretKey),
                region,
                new ClientProfile(ClientProfile.SIGN_TC3_256, profile));
    }

    @Override
    public String toString() {
        return "TencentCloudApi[" + service + " at " + url + "]";
    }
}
