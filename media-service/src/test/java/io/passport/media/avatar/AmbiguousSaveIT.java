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

class AmbiguousSaveIT extends AvatarUploadSetup {

    static Stream<Arguments> ambiguousResponses() {
        return Stream.of(
                Arguments.argumentSet("no answer in time", okJson("{}").withFixedDelay(9000)),
                Arguments.argumentSet("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.argumentSet("an error without an envelope", status(500)),
                Arguments.argumentSet("an internal error", okJson("{\"errno\":\"4500\",\"errmsg\":\"内部错误\"}")),
                Arguments.argumentSet("success without data", okJson("{\"errno\":\"0\",\"errmsg\":\"OK\"}")),
                Arguments.argumentSet("no envelope", okJson("{}")),
                Arguments.argumentSet("no JSON", aResponse().withBody("<html>")));
    }

    /** The URL may have been saved: an unused file is better than a missing picture. */
    @ParameterizedTest
    @MethodSource("ambiguousResponses")
    void uploadWhenItIsUnknownWhetherTheUrlWasSavedThenTheNewAvatarStays(ResponseDefinitionBuilder answer) {
        userServiceAnswers(answer);
        long before = RemoteStubs.filesInBucket();
        assertRejected(upload(Samples.jpeg(9, 9)), "4001", "保存用户头像失败");
        awaitDeletions();
        assertThat(RemoteStubs.filesInBucket()).isGreaterThan(before);
    }

    @Test
    void uploadWhenTheNewAvatarIsReportedAsThePreviousOneThenItStays() {
        userServiceAnswers(okJson("{\"errno\":\"0\",\"data\":{\"previous_avatar_url\":"
                        + "\"{{jsonPath request.body '$.avatar_url'}}\"}}")
                .withTransformers("response-template"));
        String url = urlIn(upload(Samples.jpeg(9, 9)));
        awaitDeletions();
        assertThat(download(url).status()).isEqualTo(200);
    }

    @Test
    void uploadWhenThePreviousUrlIsNotOfThisBucketThenNothingIsDeleted() {
        String first = urlIn(upload(Samples.jpeg(9, 9)));
        userServiceSaves("\"" + first.replace("127.0.0.1", "elsewhere.test") + "\"");
        assertSaved(upload(Samples.jpeg(9, 9)));
        awaitDeletions();
        userServiceSaves("\"" + first + "/../x\"");
        assertSaved(upload(Samples.jpeg(9, 9)));
        awaitDeletions();
        assertThat(download(first).status()).isEqualTo(200);
    }
}
