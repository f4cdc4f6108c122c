package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.media.picture.Samples;
import io.passport.testing.internalcall.TestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarRemovalIT extends AvatarUploadSetup {

    private static final String INTERNAL = "/internal/users/42/avatar";
    private static final String NOT_SAVED = "保存用户头像失败";

    @Test
    void removeWhenThereIsAnAvatarThenItIsGoneFromAccountAndStorage() {
        String url = urlIn(upload(Samples.jpeg(9, 9)));
        removalAnswers(removed("\"" + url + "\""));
        assertRemoved(remove(USER));
        assertThat(download(url).status()).isEqualTo(404);
        RemoteStubs.USER_SERVICE.verify(
                1,
                deleteRequestedFor(urlPathEqualTo(INTERNAL))
                        .withHeader(Caller.HEADER, matching("media-service;user=;session=;ip=;at=[0-9]+"))
                        .withHeader(CallSignature.HEADER, matching(".{43}")));
    }

    @Test
    void removeWhenThereIsNoAvatarThenItSucceeds() {
        removalAnswers(removed("null"));
        assertRemoved(remove(USER));
    }

    @Test
    void removeWhenThereIsNoSessionThenItIsRejected() {
        assertRejected(remove(null), "4101", "用户未登录");
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void removeWhenTheUrlIsNotOfThisBucketThenNothingIsDeleted() {
        String url = urlIn(upload(Samples.jpeg(9, 9)));
        removalAnswers(removed("\"" + url.replace("127.0.0.1", "elsewhere.test") + "\""));
        assertRemoved(remove(USER));
        assertThat(download(url).status()).isEqualTo(200);
    }

    @Test
    void removeWhenUserServiceRejectsThenThePictureStays() {
        String url = urlIn(upload(Samples.jpeg(9, 9)));
        removalAnswers(okJson("{\"errno\":\"4002\",\"errmsg\":\"无效操作\"}"));
        assertRejected(remove(USER), "4002", "无效操作");
        removalAnswers(okJson("{\"errno\":\"4001\",\"errmsg\":\"数据库查询错误\"}"));
        assertRejected(remove(USER), "4001", NOT_SAVED);
        removalAnswers(status(503));
        assertRejected(remove(USER), "4001", NOT_SAVED);
        removalAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertRejected(remove(USER), "4001", NOT_SAVED);
        assertThat(download(url).status()).isEqualTo(200);
    }

    /** A repeated call would report no previous avatar. */
    @Test
    void removeWhenUserServiceFailsThenItIsNotCalledAgain() {
        removalAnswers(status(503));
        assertRejected(remove(USER), "4001", NOT_SAVED);
        removalAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertRejected(remove(USER), "4001", NOT_SAVED);
        RemoteStubs.USER_SERVICE.verify(2, deleteRequestedFor(urlPathEqualTo(INTERNAL)));
    }

    /** The account shows no avatar any more; the picture is left. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"kind\":\"status\",\"status\":599", "\"kind\":\"reset\"", "\"kind\":\"hang\",\"millis\":60000"
            })
    void removeWhenQiniuFailsThenItSucceeds(String fault) {
        String url = urlIn(upload(Samples.jpeg(9, 9)));
        removalAnswers(removed("\"" + url + "\""));
        qiniuFails(fault);
        assertRemoved(remove(USER));
        endQiniuFailures();
        assertThat(download(url).status()).isEqualTo(200);
    }

    private TestResponse remove(@Nullable SignedInUser user) {
        return calls("gateway", user).send("DELETE", PATH, null);
    }

    private static void removalAnswers(ResponseDefinitionBuilder response) {
        RemoteStubs.USER_SERVICE.stubFor(delete(urlPathEqualTo(INTERNAL)).willReturn(response));
    }

    private static ResponseDefinitionBuilder removed(String previous) {
        return okJson("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"previous_avatar_url\":" + previous + "}}");
    }

    private static void assertRemoved(TestResponse response) {
        assertThat(response.text()).isEqualTo("{\"errno\":\"0\",\"errmsg\":\"OK\"}");
    }
}
