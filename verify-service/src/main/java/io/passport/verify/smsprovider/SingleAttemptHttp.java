package io.passport.verify.smsprovider;

import java.io.IOException;
import java.net.http.HttpClient;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP without retries: a repeated request could send a second message. The JDK's client repeats a POST only when no
 * connection was made ({@code MultiExchange.canRetryRequest}); redirects are not followed.
 */
public final class SingleAttemptHttp {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_RESPONSE_BYTES = 16 * 1024;

    private SingleAttemptHttp() {}

    /** A client with the account's base URL and timeouts. Each account makes one, at start-up. */
    public static RestClient clientOf(VendorAccount account) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(account.connectTimeout())
                .build());
        requests.setReadTimeout(account.timeout());
        return RestClient.builder()
                .baseUrl(account.baseUrl().toString())
                .requestFactory(requests)
                .build();
    }

    /**
     * Parses a response as JSON.
     *
     * @param clientErrorsToo whether the vendor gives its result codes with a status of 4xx, too
     * @throws IOException on any other status than 2xx, or when the response breaks off: the message may have been sent
     * @throws tools.jackson.core.JacksonException when the first 16 KiB of the response are not JSON: the message may have
     *     been sent
     */
    public static JsonNode read(ClientHttpResponse response, boolean clientErrorsToo) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is2xxSuccessful() || (clientErrorsToo && status.is4xxClientError())) {
            return JSON.readTree(response.getBody().readNBytes(MAX_RESPONSE_BYTES));
        }
        throw new IOException("Status " + status.value());
    }
}
