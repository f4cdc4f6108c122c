package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.passport.media.picture.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "passport.user-service.read-timeout=6s",
            "passport.user-service.time-limit=20s",
            "passport.avatar.deletions-at-once=1"
        })
class KeptAvatarTests extends UploadTest {

    static Stream<Arguments> unclear() {
        return Stream.of(
                Arguments.argumentSet("no answer in time", okJson("{}").withFixedDelay(9000)),
                Arguments.argumentSet("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.argumentSet("an error without an envelope", status(500)),
                Arguments.argumentSet("an unforeseen failure", okJson("{\"errno\":\"4500\",\"errmsg\":\"内部错误\"}")),
                Arguments.argumentSet("success without data", okJson("{\"errno\":\"0\",\"errmsg\":\"OK\"}")),
                Arguments.argumentSet("no envelope", okJson("{}")),
                Arguments.argumentSet("no JSON", aResponse().withBody("<html>")));
    }

    /** It may have been saved: a page that shows a missing picture is worse than a file too many. */
    @ParameterizedTest
    @MethodSource("unclear")
    void keepsTheNewAvatarWhenNobodyKnowsWhetherItWasSaved(ResponseDefinitionBuilder answer) {
        userServiceAnswers(answer);
        long before = RemoteStubs.filesInBucket();
        assertRefused(upload(Samples.jpeg(9, 9)), "4001", "保存用户头像失败");
        awaitDeletions();
        assertThat(RemoteStubs.filesInBucket()).isGreaterThan(before);
    }

    @Test
    void keepsTheNewAvatarWhenItComesBackAsTheOneBefore() {
        userServiceAnswers(okJson("{\"errno\":\"0\",\"data\":{\"previous_avatar_url\":"
                        + "\"{{jsonPath request.body '$.avatar_url'}}\"}}")
                .withTransformers("response-template"));
        String address = addressIn(upload(Samples.jpeg(9, 9)));
        awaitDeletions();
        assertThat(download(address).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesAnAvatarBeforeThatIsNotOurs() {
        String first = addressIn(upload(Samples.jpeg(9, 9)));
        savedOver("\"" + first.replace("127.0.0.1", "elsewhere.test") + "\"");
        assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\"");
        awaitDeletions();
        savedOver("\"" + first + "/../x\"");
        assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\"");
        awaitDeletions();
        assertThat(download(first).statusCode()).isEqualTo(200);
    }
}
