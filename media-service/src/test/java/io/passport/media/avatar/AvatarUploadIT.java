package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.media.picture.Samples;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.internalcall.TestResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AvatarUploadIT extends AvatarUploadSetup {

    private static final String DAMAGED = "图片已损坏，无法读取";
    private static final String NO_PICTURE = "文件不是图片，请上传 JPEG、PNG、GIF、WebP 或 BMP 图片";
    private static final String TOO_LARGE = "上传内容过大，图片不能超过 5 MB";
    private static final Charset UTF8 = StandardCharsets.UTF_8;
    private static final int LIMIT = 5 << 20;

    @Test
    void uploadWhenItIsAPictureThenItIsStoredAndItsUrlSaved() {
        TestResponse response = upload(Samples.png(800, 600));
        String url = urlIn(response);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text())
                .isEqualTo("{\"errno\":\"0\",\"errmsg\":\"头像上传成功\",\"data\":{\"avatar_url\":\"" + url + "\"}}");
        assertThat(url).matches(RemoteStubs.qiniuUrl() + "/qiniu/avatar/[0-9a-f]{32}\\.jpg");
        TestResponse stored = download(url);
        assertThat(stored.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(Samples.decoded(stored.bytes()).getWidth()).isEqualTo(512);
        RemoteStubs.USER_SERVICE.verify(
                1,
                putRequestedFor(urlPathEqualTo("/internal/users/42/avatar"))
                        .withRequestBody(equalToJson("{\"avatar_url\":\"" + url + "\"}"))
                        .withHeader(Caller.HEADER, matching("media-service;user=;session=;ip=;at=[0-9]+"))
                        .withHeader(CallSignature.HEADER, matching(".{43}")));
    }

    @Test
    void uploadWhenTheRequestHasAnIdThenUserServiceGetsIt() {
        MultipartBody body = MultipartBody.with("avatar", "me.jpg", "image/jpeg", Samples.jpeg(9, 9));
        SignedCalls.send(calls("gateway", USER)
                .signed("POST", PATH, HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .header("Content-Type", body.contentType())
                .header("X-Request-Id", "request-0001"));
        RemoteStubs.USER_SERVICE.verify(
                1,
                putRequestedFor(urlPathEqualTo("/internal/users/42/avatar"))
                        .withHeader("X-Request-Id", matching("request-0001")));
    }

    @Test
    void uploadWhenNameAndTypeAreWrongThenTheContentDecides() {
        TestResponse response = send(MultipartBody.with("avatar", "头像.txt", "text/plain", Samples.jpeg(10, 10)));
        assertThat(response.text()).startsWith("{\"errno\":\"0\"");
        assertRejected(
                send(MultipartBody.with("avatar", "me.jpg", "image/jpeg", "text".getBytes(StandardCharsets.UTF_8))),
                "4103",
                NO_PICTURE);
    }

    @Test
    void uploadWhenTheFileNameIsLongThenItSucceeds() {
        TestResponse response =
                send(MultipartBody.with("avatar", "像".repeat(255) + ".jpg", "image/jpeg", Samples.jpeg(10, 10)));
        assertThat(response.text()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void uploadWhenThereIsNoSessionThenItIsRejectedBeforeTheBodyIsParsed() {
        assertRejected(send("multipart/form-data; boundary=x", "no multipart".getBytes(UTF8), null), "4101", "用户未登录");
        assertRejected(send(MediaType.APPLICATION_JSON_VALUE, "{}".getBytes(UTF8), null), "4101", "用户未登录");
        MultipartBody tooLarge = MultipartBody.with("avatar", "me.jpg", "image/jpeg", new byte[LIMIT + 1]);
        assertRejected(send(tooLarge.contentType(), tooLarge.bytes(), null), "4101", "用户未登录");
    }

    @Test
    void uploadWhenThereIsNotExactlyOneFileThenItIsRejected() {
        byte[] picture = Samples.jpeg(10, 10);
        assertRejected(send(MultipartBody.empty().text("other", "x")), "4103", "请选择头像图片");
        assertRejected(send(MultipartBody.empty().text("avatar", "me.jpg")), "4103", "请选择头像图片");
        assertRejected(send(MultipartBody.with("file", "me.jpg", "image/jpeg", picture)), "4103", "请选择头像图片");
        assertRejected(upload(new byte[0]), "4103", "头像图片是空文件");
        assertRejected(
                send(MultipartBody.with("avatar", "1.jpg", "image/jpeg", picture)
                        .file("avatar", "2.jpg", "image/jpeg", picture)),
                "4103",
                "一次只能上传一张头像图片");
    }

    @Test
    void uploadWhenTheBodyIsNotMultipartThenItIsRejected() {
        byte[] body = "{\"avatar\":1}".getBytes(UTF8);
        assertRejected(send(MediaType.APPLICATION_JSON_VALUE, body, USER), "4103", "请选择头像图片");
        assertRejected(send("application/x-www-form-urlencoded", body, USER), "4103", "请选择头像图片");
        assertRejected(send("multipart/form-data; boundary=x", body, USER), "4103", "请选择头像图片");
        assertRejected(send("multipart/form-data", body, USER), "4103", "请以 multipart/form-data 上传头像图片");
    }

    @Test
    void uploadWhenThereAreTooManyPartsThenItIsRejected() {
        MultipartBody many = MultipartBody.empty();
        for (int part = 0; part < 11; part++) {
            many.text("field" + part, "x");
        }
        assertRejected(send(many), "4103", TOO_LARGE);
    }

    @Test
    void uploadWhenItIsLargerThanFiveMebibytesThenItIsRejected() {
        byte[] picture = Samples.jpeg(10, 10);
        assertThat(upload(Arrays.copyOf(picture, LIMIT)).text()).startsWith("{\"errno\":\"0\"");
        assertRejected(upload(Arrays.copyOf(picture, LIMIT + 1)), "4103", TOO_LARGE);
        assertRejected(upload(Arrays.copyOf(picture, LIMIT + (1 << 20))), "4103", TOO_LARGE);
    }

    @Test
    void uploadWhenItIsNotAnAcceptedPictureThenNothingIsStored() {
        long before = RemoteStubs.filesInBucket();
        assertRejected(upload(Samples.htmlWithPngMagic()), "4103", DAMAGED);
        assertRejected(upload(Samples.half(Samples.jpeg(200, 200))), "4103", DAMAGED);
        assertRejected(upload(Samples.pngHeader(16_000, 16_000)), "4103", "图片尺寸过大，不能超过 4000 万像素");
        assertThat(RemoteStubs.filesInBucket()).isEqualTo(before);
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void callWhenItIsNotFromTheGatewayThenItIsForbidden() {
        var unsigned = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH));
        assertThat(SignedCalls.send(unsigned.POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(403);
        assertThat(calls("media-service", USER).send("POST", PATH, null).status())
                .isEqualTo(403);
    }
}
