package io.passport.user;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.passport.testing.http.StubServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP server in place of verify-service, which answers as a test configures it and records the requests. */
public final class VerifyServiceStub {

    private static final String CONSUME = "/internal/sms-codes/consume";
    private static final String RELEASE = "/internal/sms-codes/release";

    private final ConsumedOnce consumedOnce = new ConsumedOnce();
    private final WireMockServer server =
            StubServer.start(WireMockConfiguration.options().extensions(consumedOnce));

    VerifyServiceStub() {
        reset();
    }

    String url() {
        return server.baseUrl();
    }

    /** Deletes the recorded requests, and answers every code as right. */
    void reset() {
        server.resetAll();
        server.stubFor(post(RELEASE).willReturn(okJson("{\"released\":true}")));
        answersConsume("{\"outcome\":\"CONSUMED\"}");
    }

    public void answersConsume(String json) {
        server.stubFor(post(CONSUME).willReturn(okJson(json)));
    }

    /** The first request consumes the code, the others get {@code EXPIRED}. */
    public void isConsumedOnce() {
        consumedOnce.consumed.set(false);
        server.stubFor(post(CONSUME).willReturn(aResponse().withTransformers(consumedOnce.getName())));
    }

    public void failsToConsume() {
        server.stubFor(post(CONSUME).willReturn(aResponse().withStatus(500)));
    }

    /** Delays the answers of both operations. */
    public void hangs(Duration delay) {
        ResponseDefinitionBuilder late = okJson("{}").withFixedDelay((int) delay.toMillis());
        server.stubFor(post(CONSUME).willReturn(late));
        server.stubFor(post(RELEASE).willReturn(late));
    }

    /** The requests to consume a code. */
    public List<JsonNode> consumptions() {
        return requests(CONSUME);
    }

    /** The requests to release a code. */
    public List<JsonNode> released() {
        return requests(RELEASE);
    }

    private List<JsonNode> requests(String path) {
        return server.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                .toList();
    }

    private static final class ConsumedOnce implements ResponseDefinitionTransformerV2 {

        private final AtomicBoolean consumed = new AtomicBoolean();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            String outcome = consumed.getAndSet(true) ? "EXPIRED" : "CONSUMED";
            return okJson("{\"outcome\":\"" + outcome + "\"}").build();
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return "consumed-once";
        }
    }
}
