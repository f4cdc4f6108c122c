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
 * HTTP that sends a request once. The JDK's client tries a POST again only where no connection was made
 * ({@code MultiExchange.canRetryRequest}); redirects are not followed.
 */
final class OneTry {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ANSWER = 16 * 1024;

    private OneTry() {}

    static RestClient to(Account account) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(account.connectTimeout())
                .build());
        requests.setReadTimeout(account.readTimeout());
        return RestClient.builder()
                .baseUrl(account.baseUrl().toString())
                .requestFactory(requests)
                .build();
    }

    /**
     * The answer as JSON.
     *
     * @param clientErrorsToo whether the vendor says with a status of 4xx why it refuses
     * @throws IOException when the vendor is out of order, so that nobody knows what it did
     */
    static JsonNode read(ClientHttpResponse response, boolean clientErrorsToo) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        boolean answers = status.is2xxSuccessful() || (clientErrorsToo && status.is4xxClientError());
        if (!answers) {
            throw new IOException("Status " + status.value());
        }
        return JSON.readTree(response.getBody().readNBytes(LONGEST_ANSWER));
    }
}
