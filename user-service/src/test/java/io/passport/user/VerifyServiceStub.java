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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** verify-service on the wire: answers as a test tells it to, and remembers what it was asked. */
public final class VerifyServiceStub {

    private static final String CONSUME = "/internal/sms-codes/consume";
    private static final String RELEASE = "/internal/sms-codes/release";

    private final TakenOnce takenOnce = new TakenOnce();
    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .extensions(takenOnce));

    VerifyServiceStub() {
        server.start();
        beginAnew();
        answerOnce();
    }

    /** The first answer takes seconds on a busy machine, and no test waits for it: a service gives up after two. */
    private void answerOnce() {
        RestClient.create(url()).post().uri(CONSUME).body("{}").retrieve().toBodilessEntity();
    }

    String url() {
        return server.baseUrl();
    }

    /** Forgets what was asked; takes every code, as often as it comes. */
    void beginAnew() {
        server.resetAll();
        server.stubFor(post(RELEASE).willReturn(okJson("{\"released\":true}")));
        answersConsume("{\"outcome\":\"CONSUMED\"}");
    }

    public void answersConsume(String json) {
        server.stubFor(post(CONSUME).willReturn(okJson(json)));
    }

    /** One taker has the code, the others come too late, as with the real one. */
    public void isConsumedOnce() {
        takenOnce.taken.set(false);
        server.stubFor(post(CONSUME).willReturn(aResponse().withTransformers(takenOnce.getName())));
    }

    public void failsToConsume() {
        server.stubFor(post(CONSUME).willReturn(aResponse().withStatus(500)));
    }

    /** Holds both calls longer than anybody waits. */
    public void hangs(Duration delay) {
        ResponseDefinitionBuilder late = okJson("{}").withFixedDelay((int) delay.toMillis());
        server.stubFor(post(CONSUME).willReturn(late));
        server.stubFor(post(RELEASE).willReturn(late));
    }

    /** What it was asked to take. */
    public List<JsonNode> consumptions() {
        return asked(CONSUME);
    }

    /** What it was asked to make good again. */
    public List<JsonNode> released() {
        return asked(RELEASE);
    }

    private List<JsonNode> asked(String path) {
        return server.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                .toList();
    }

    private static final class TakenOnce implements ResponseDefinitionTransformerV2 {

        private final AtomicBoolean taken = new AtomicBoolean();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            String outcome = taken.getAndSet(true) ? "EXPIRED" : "CONSUMED";
            return okJson("{\"outcome\":\"" + outcome + "\"}").build();
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return "taken-once";
        }
    }
}
