package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.media.picture.Samples;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AvatarUploadTests extends UploadTest {

    private static final String DAMAGED = "图片已损坏，无法读取";
    private static final String NO_PICTURE = "文件不是图片，请上传 JPEG、PNG、GIF、WebP 或 BMP 图片";
    private static final String TOO_LARGE = "上传内容过大，图片不能超过 5 MB";
    private static final Charset UTF8 = StandardCharsets.UTF_8;
    private static final int LIMIT = 5 << 20;

    @Test
    void storesAndTellsUserServiceWhenItIsAPicture() {
        HttpResponse<String> answer = upload(Samples.png(800, 600));
        String address = addressIn(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"errno\":\"0\",\"errmsg\":\"头像上传成功\",\"data\":{\"avatar_url\":\"" + address + "\"}}");
        assertThat(address).matches(RemoteStubs.qiniuUrl() + "/qiniu/avatar/[0-9a-f]{32}\\.jpg");
        HttpResponse<byte[]> stored = download(address);
        assertThat(stored.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(Samples.decoded(stored.body()).getWidth()).isEqualTo(512);
        RemoteStubs.USER_SERVICE.verify(
                1,
                putRequestedFor(urlPathEqualTo("/internal/users/42/avatar"))
                        .withRequestBody(equalToJson("{\"avatar_url\":\"" + address + "\"}"))
                        .withHeader(Caller.HEADER, matching("media-service;user=;session=;ip=;at=[0-9]+"))
                        .withHeader(CallSignature.HEADER, matching(".{43}")));
    }

    @Test
    void passesTheRequestsIdOnToUserService() {
        MultipartBody body = MultipartBody.with("avatar", "me.jpg", "image/jpeg", Samples.jpeg(9, 9));
        exchange(signed("gateway", USER)
                .header("Content-Type", body.contentType())
                .header("X-Request-Id", "request-0001")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
        RemoteStubs.USER_SERVICE.verify(
                1,
                putRequestedFor(urlPathEqualTo("/internal/users/42/avatar"))
                        .withHeader("X-Request-Id", matching("request-0001")));
    }

    @Test
    void looksAtTheContentAndNotAtTheNameOrType() {
        HttpResponse<String> answer = send(MultipartBody.with("avatar", "头像.txt", "text/plain", Samples.jpeg(10, 10)));
        assertThat(answer.body()).startsWith("{\"errno\":\"0\"");
        assertRefused(
                send(MultipartBody.with("avatar", "me.jpg", "image/jpeg", "text".getBytes(StandardCharsets.UTF_8))),
                "4103",
                NO_PICTURE);
    }

    @Test
    void takesALongNameInChinese() {
        HttpResponse<String> answer =
                send(MultipartBody.with("avatar", "像".repeat(255) + ".jpg", "image/jpeg", Samples.jpeg(10, 10)));
        assertThat(answer.body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void refusesBeforeReadingTheBodyWhenNobodyIsSignedIn() {
        assertRefused(send("multipart/form-data; boundary=x", "no multipart".getBytes(UTF8), null), "4101", "用户未登录");
        assertRefused(send(MediaType.APPLICATION_JSON_VALUE, "{}".getBytes(UTF8), null), "4101", "用户未登录");
        MultipartBody tooLarge = MultipartBody.with("avatar", "me.jpg", "image/jpeg", new byte[LIMIT + 1]);
        assertRefused(send(tooLarge.contentType(), tooLarge.bytes(), null), "4101", "用户未登录");
    }

    @Test
    void refusesWhenThereIsNotExactlyOneFile() {
        byte[] picture = Samples.jpeg(10, 10);
        assertRefused(send(MultipartBody.empty().text("other", "x")), "4103", "请选择头像图片");
        assertRefused(send(MultipartBody.empty().text("avatar", "me.jpg")), "4103", "请选择头像图片");
        assertRefused(send(MultipartBody.with("file", "me.jpg", "image/jpeg", picture)), "4103", "请选择头像图片");
        assertRefused(upload(new byte[0]), "4103", "头像图片是空文件");
        assertRefused(
                send(MultipartBody.with("avatar", "1.jpg", "image/jpeg", picture)
                        .file("avatar", "2.jpg", "image/jpeg", picture)),
                "4103",
                "一次只能上传一张头像图片");
    }

    @Test
    void refusesWhenTheBodyIsNoMultipart() {
        byte[] body = "{\"avatar\":1}".getBytes(UTF8);
        assertRefused(send(MediaType.APPLICATION_JSON_VALUE, body, USER), "4103", "请选择头像图片");
        assertRefused(send("application/x-www-form-urlencoded", body, USER), "4103", "请选择头像图片");
        assertRefused(send("multipart/form-data; boundary=x", body, USER), "4103", "请选择头像图片");
        assertRefused(send("multipart/form-data", body, USER), "4103", "请以 multipart/form-data 上传头像图片");
    }

    @Test
    void refusesWhenThereAreTooManyParts() {
        MultipartBody many = MultipartBody.empty();
        for (int part = 0; part < 11; part++) {
            many.text("field" + part, "x");
        }
        assertRefused(send(many), "4103", TOO_LARGE);
    }

    @Test
    void takesFiveMebibytesAndNotAByteMore() {
        byte[] picture = Samples.jpeg(10, 10);
        assertThat(upload(Arrays.copyOf(picture, LIMIT)).body()).startsWith("{\"errno\":\"0\"");
        assertRefused(upload(Arrays.copyOf(picture, LIMIT + 1)), "4103", TOO_LARGE);
        assertRefused(upload(Arrays.copyOf(picture, LIMIT + (1 << 20))), "4103", TOO_LARGE);
    }

    @Test
    void refusesAndStoresNothingWhenItIsNoGoodPicture() {
        long before = RemoteStubs.filesInBucket();
        assertRefused(upload(Samples.htmlWithPngMagic()), "4103", DAMAGED);
        assertRefused(upload(Samples.half(Samples.jpeg(200, 200))), "4103", DAMAGED);
        assertRefused(upload(Samples.pngHeader(16_000, 16_000)), "4103", "图片尺寸过大，不能超过 4000 万像素");
        assertThat(RemoteStubs.filesInBucket()).isEqualTo(before);
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void letsNobodyInButTheGateway() {
        HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
        assertThat(exchange(unsigned().POST(nothing).build()).statusCode()).isEqualTo(403);
        assertThat(exchange(signed("media-service", USER).POST(nothing).build()).statusCode())
                .isEqualTo(403);
    }
}
