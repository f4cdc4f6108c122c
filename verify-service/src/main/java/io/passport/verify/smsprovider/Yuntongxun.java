package io.passport.verify.smsprovider;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Yuntongxun's REST API, version 2013-12-26: {@code SMS/TemplateSMS}. */
final class Yuntongxun implements SmsProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Yuntongxun.class);
    private static final String PATH = "/2013-12-26/Accounts/{account}/SMS/TemplateSMS?sig={sig}";
    private static final String SUCCESS = "000000";
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final RestClient http;
    private final YuntongxunSettings settings;
    private final Clock clock;

    Yuntongxun(RestClient http, YuntongxunSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Here a failure is an exception, for the breaker to count. That the vendor refused one message is none.
     *
     * @throws RuntimeException when the vendor was not reached or did not answer as its document says
     */
    @Override
    public Delivery send(SmsMessage message) {
        YuntongxunSignature signature =
                YuntongxunSignature.of(settings.accountSid(), settings.authToken(), clock.instant());
        Answer answer = http.post()
                .uri(PATH, settings.accountSid(), signature.sig())
                .header(HttpHeaders.AUTHORIZATION, signature.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(order(message)))
                .exchangeForRequiredValue((request, response) -> read(response));
        if (!SUCCESS.equals(answer.statusCode())) {
            LOG.warn("Yuntongxun refused {}: {}", message, answer.loggable());
            return Delivery.NOT_TAKEN;
        }
        return Delivery.TAKEN;
    }

    private Order order(SmsMessage message) {
        return new Order(
                message.mobile().number(),
                settings.appId(),
                settings.templateId(),
                List.of(message.code(), Long.toString(message.validFor().toMinutes())));
    }

    private static Answer read(ClientHttpResponse response) throws IOException {
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new IOException("Status " + response.getStatusCode().value());
        }
        Answer answer = JSON.readValue(response.getBody().readNBytes(LONGEST_ANSWER), Answer.class);
        if (answer == null || answer.statusCode() == null) {
            throw new IOException("No statusCode in the answer");
        }
        return answer;
    }

    private record Order(
            @JsonProperty("to") String mobile,
            String appId,
            String templateId,
            @JsonProperty("datas") List<String> places) {}

    private record Answer(@Nullable String statusCode) {

        /** The vendor's code, never its text, which may quote the message. */
        String loggable() {
            return statusCode != null && statusCode.matches("[0-9]{1,8}") ? statusCode : "no code of theirs";
        }
    }
}
