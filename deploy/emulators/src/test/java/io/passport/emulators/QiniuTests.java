package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qiniu.common.QiniuException;
import com.qiniu.http.Client;
import com.qiniu.storage.ApiQueryRegion;
import com.qiniu.storage.BucketManager;
import com.qiniu.storage.Configuration;
import com.qiniu.storage.Region;
import com.qiniu.storage.UploadManager;
import com.qiniu.util.Auth;
import com.qiniu.util.Etag;
import com.qiniu.util.StringMap;
import com.qiniu.util.UrlSafeBase64;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Through the SDK of the vendor wherever it can be made to send what the test wants. */
class QiniuTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    private static final String BUCKET = "passport-avatars";
    private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

    private final Auth auth = Auth.create("local-only-qiniu-access-key", "local-only-qiniu-secret-key");

    @AfterEach
    void endFaults() throws Exception {
        emulators.endFaults();
    }

    @Test
    void uploadWhenTheTokenIsValidThenTheFileIsServedUntilItIsDeleted() throws Exception {
        var answer = upload("avatars/1.jpg", auth.uploadToken(BUCKET, "avatars/1.jpg"));

        assertThat(answer).isEqualTo("{\"hash\":\"" + Etag.data(PICTURE) + "\",\"key\":\"avatars/1.jpg\"}");
        var download = emulators.download("/qiniu/avatars/1.jpg");
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(PICTURE);
        assertThat(download.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        var stat = buckets().stat(BUCKET, "avatars/1.jpg");
        assertThat(stat.hash).isEqualTo(Etag.data(PICTURE));
        assertThat(stat.fsize).isEqualTo(PICTURE.length);
        assertThat(stat.mimeType).isEqualTo("image/jpeg");
        assertThat(Instant.ofEpochSecond(stat.putTime / 10_000_000))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));

        assertThat(buckets().delete(BUCKET, "avatars/1.jpg").isOK()).isTrue();

        assertStatus(612, "no such file or directory", () -> buckets().stat(BUCKET, "avatars/1.jpg"));
        assertStatus(612, "no such file or directory", () -> buckets().delete(BUCKET, "avatars/1.jpg"));
        assertThat(emulators.download("/qiniu/avatars/1.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void queryWhenTheSdkAsksForTheRegionThenItFindsAllHosts() throws Exception {
        var configuration = configuration();
        configuration.region = Region.autoRegion("http://127.0.0.1:" + emulators.port());

        var stored = new UploadManager(configuration).put(PICTURE, "auto.jpg", auth.uploadToken(BUCKET));

        assertThat(stored.isOK()).isTrue();
        assertThat(new BucketManager(auth, configuration).stat(BUCKET, "auto.jpg").fsize)
                .isEqualTo(PICTURE.length);
    }

    @Test
    void queryWhenTheSdkUsesVersionFourThenItReadsTheRegions() throws Exception {
        var request = new ApiQueryRegion.Request(emulators.uri("").toString(), auth.accessKey, BUCKET);

        var response = new ApiQueryRegion(new Client()).request(request);

        assertThat(response.getDefaultRegionUpHosts()).containsExactly("127.0.0.1:" + emulators.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/query", "/v3/query", "/v4/query"})
    void queryWhenTheAccountIsUnknownThenItIsRejected(String path) throws Exception {
        var stranger = emulators.send(emulators.request(path + "?ak=stranger&bucket=" + BUCKET));
        var otherBucket = emulators.send(emulators.request(path + "?ak=" + auth.accessKey + "&bucket=other"));

        assertThat(stranger.statusCode()).isEqualTo(612);
        assertThat(stranger.body()).isEqualTo("{\"error\":\"app/accesskey is not found\"}");
        assertThat(otherBucket.statusCode()).isEqualTo(631);
    }

    @Test
    void restartWhenThereAreObjectsThenTheyAreKept() throws Exception {
        upload("kept.jpg", auth.uploadToken(BUCKET));

        emulators.restart();

        assertThat(emulators.download("/qiniu/kept.jpg").body()).isEqualTo(PICTURE);
    }

    @Test
    void uploadWhenTheTokenHasAnotherKeyThenItIsRejected() {
        var wrongSecret = Auth.create(auth.accessKey, "other");
        var wrongAccess = Auth.create("other", "local-only-qiniu-secret-key");

        assertStatus(401, "bad token", () -> upload("k", wrongSecret.uploadToken(BUCKET)));
        assertStatus(401, "bad token", () -> upload("k", wrongAccess.uploadToken(BUCKET)));
    }

    @Test
    void uploadWhenThePolicyIsChangedThenItIsRejected() {
        String[] parts = auth.uploadToken(BUCKET).split(":");
        String policy = "{\"scope\":\"" + BUCKET + "\",\"deadline\":9999999999}";

        assertStatus(
                401,
                "bad token",
                () -> upload("k", parts[0] + ":" + parts[1] + ":" + UrlSafeBase64.encodeToString(policy)));
    }

    @Test
    void uploadWhenTheTokenIsExpiredThenItIsRejected() {
        assertStatus(401, "expired token", () -> upload("k", auth.uploadToken(BUCKET, null, -2, null)));
    }

    @Test
    void uploadWhenTheTokenHasAnotherBucketThenItIsRejected() {
        assertStatus(631, "no such bucket", () -> upload("k", auth.uploadToken("other")));
    }

    @Test
    void uploadWhenTheTokenHasAnotherObjectKeyThenItIsRejected() throws Exception {
        assertStatus(403, "key doesn't match scope", () -> upload("b.jpg", auth.uploadToken(BUCKET, "a.jpg")));
        var prefix = new StringMap().put("isPrefixalScope", 1);
        assertStatus(
                403,
                "key doesn't match scope",
                () -> upload("other/a.jpg", auth.uploadToken(BUCKET, "own/", 60, prefix)));
        assertThat(upload("own/a.jpg", auth.uploadToken(BUCKET, "own/", 60, prefix)))
                .contains("own/a.jpg");
    }

    @Test
    void uploadWhenTheFileExistsThenOnlyATokenForItsKeyOverwritesIt() throws Exception {
        byte[] other = "another picture".getBytes(StandardCharsets.UTF_8);
        upload("once.jpg", auth.uploadToken(BUCKET));

        assertStatus(614, "file exists", () -> upload(other, "once.jpg", auth.uploadToken(BUCKET)));
        var insertOnly = new StringMap().put("insertOnly", 1);
        assertStatus(
                614,
                "file exists",
                () -> upload(other, "once.jpg", auth.uploadToken(BUCKET, "once.jpg", 60, insertOnly)));
        upload("once.jpg", auth.uploadToken(BUCKET));
        assertThat(emulators.download("/qiniu/once.jpg").body()).isEqualTo(PICTURE);

        upload(other, "once.jpg", auth.uploadToken(BUCKET, "once.jpg"));
        assertThat(emulators.download("/qiniu/once.jpg").body()).isEqualTo(other);
    }

    @Test
    void uploadWhenTheSizeIsOutOfBoundsThenItIsRejected() {
        assertStatus(413, "exceed FsizeLimit", () -> upload("k", token("fsizeLimit", PICTURE.length - 1)));
        assertStatus(403, "less than FsizeMin", () -> upload("k", token("fsizeMin", PICTURE.length + 1)));
    }

    @ParameterizedTest
    @CsvSource({"image/*, true", "image/png;image/jpeg, true", "image/png, false", "!image/jpeg, false", "!text/*, true"
    })
    void uploadWhenTheMimeTypeIsNotAllowedThenItIsRejected(String limit, boolean allowed) throws Exception {
        String token = token("mimeLimit", limit);

        if (allowed) {
            assertThat(upload("limited.jpg", token)).contains("limited.jpg");
        } else {
            assertStatus(
                    403,
                    "limited mimeType: this file type (image/jpeg) is forbidden to upload",
                    () -> upload("limited.jpg", token));
        }
    }

    @Test
    void uploadWhenThePolicyHasAReturnBodyThenItIsTheResponse() throws Exception {
        String body = "{\"k\":$(key),\"q\":\"<$(etag)>\",\"n\":$(fsize),\"t\":\"$(mimeType)\",\"b\":$(bucket)}";

        assertThat(upload("a\"b.jpg", token("returnBody", body)))
                .isEqualTo("{\"k\":\"a\\\"b.jpg\",\"q\":\"<" + Etag.data(PICTURE)
                        + ">\",\"n\":20,\"t\":\"image/jpeg\",\"b\":\"passport-avatars\"}");
    }

    @Test
    void uploadWhenTheReturnBodyHasAnUnknownVariableThenNothingIsStored() {
        assertStatus(
                400,
                "variable is beyond this emulator: $(x:who)",
                () -> upload("unknown.jpg", token("returnBody", "{\"w\":$(x:who)}")));
        assertStatus(612, "no such file or directory", () -> buckets().stat(BUCKET, "unknown.jpg"));
    }

    @Test
    void uploadWhenThePolicyHasACallbackThenItIsRejected() {
        assertThatThrownBy(() -> upload("k", token("callbackUrl", "http://127.0.0.1/")))
                .hasMessageContaining("callbackUrl");
    }

    @ParameterizedTest
    @CsvSource({"null, 401", "[], 400", "{}, 400", "'{\"scope\":\"passport-avatars\"}', 400"})
    void uploadWhenThePolicyIsInvalidThenItIsRejected(String policy, int status) throws Exception {
        String token = auth.uploadTokenWithPolicy(JsonMapper.shared().readValue(policy, Object.class));

        assertThat(emulators.send(form("token", token, "file", "x")).statusCode())
                .isEqualTo(status);
    }

    @Test
    void uploadWhenThereIsNoKeyThenTheHashIsTheKey() throws Exception {
        assertThat(upload(null, auth.uploadToken(BUCKET))).contains("\"key\":\"" + Etag.data(PICTURE) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../escape", "/absolute", "a b/头像?.jpg", "%2e%2e/x", "nul\0byte"})
    void uploadWhenTheKeyHasSpecialCharactersThenItSucceeds(String key) throws Exception {
        upload(key, auth.uploadToken(BUCKET, key));

        assertThat(buckets().stat(BUCKET, key).fsize).isEqualTo(PICTURE.length);
        String encoded = java.net.URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(emulators.download("/qiniu/" + encoded).body()).isEqualTo(PICTURE);
        assertThat(emulators.home().resolve("data/escape")).doesNotExist();
    }

    @Test
    void uploadWhenTheKeyIsTooLongThenItIsRejected() {
        assertStatus(
                400, "invalid key: longer than 750 bytes", () -> upload("k".repeat(751), auth.uploadToken(BUCKET)));
    }

    @Test
    void uploadWhenTheFileHasSeveralBlocksThenItsHashIsTheSdks() throws Exception {
        byte[] large = new byte[5_000_000];
        new Random(1).nextBytes(large);
        var configuration = configuration();
        configuration.putThreshold = large.length;

        var stored =
                new UploadManager(configuration).put(large, "large", auth.uploadToken(BUCKET), null, "image/png", true);

        assertThat(stored.bodyString()).contains(Etag.data(large));
        assertThat(emulators.download("/qiniu/large").body()).isEqualTo(large);
    }

    @Test
    void uploadWhenTheCrc32IsWrongThenItIsRejected() throws Exception {
        var response = emulators.send(form("token", auth.uploadToken(BUCKET), "crc32", "1", "file", "x"));

        assertThat(response.statusCode()).isEqualTo(406);
    }

    @Test
    void uploadWhenAPartIsMissingThenItIsRejected() throws Exception {
        assertThat(emulators.send(form("file", "x")).body()).isEqualTo("{\"error\":\"token not specified\"}");
        assertThat(emulators.send(form("token", auth.uploadToken(BUCKET))).body())
                .isEqualTo("{\"error\":\"file is not specified in multipart\"}");
        assertThat(emulators.send(form("token", "a:b", "file", "x")).body()).isEqualTo("{\"error\":\"bad token\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=b"})
    void uploadWhenTheBodyIsNotAFormThenItIsRejected(String contentType) throws Exception {
        var response = emulators.send(
                emulators.request("/").header("Content-Type", contentType).POST(BodyPublishers.ofString("nonsense")));

        assertThat(response.statusCode()).isBetween(400, 401);
        assertThat(response.body()).startsWith("{\"error\":\"");
        assertThat(response.headers().firstValue("X-Reqid")).isPresent();
    }

    @Test
    void manageWhenTheSignatureHasAnotherKeyThenItIsRejected() throws Exception {
        upload("guarded.jpg", auth.uploadToken(BUCKET));
        var stranger = new BucketManager(Auth.create(auth.accessKey, "other"), configuration());

        assertStatus(401, "bad token", () -> stranger.stat(BUCKET, "guarded.jpg"));
        assertStatus(401, "bad token", () -> stranger.delete(BUCKET, "guarded.jpg"));
        assertThat(emulators.download("/qiniu/guarded.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void manageWhenThereIsNoSignatureThenItIsRejected() throws Exception {
        var response = emulators.send(emulators.request(entry("/delete/", "k")).POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void manageWhenTheSignatureIsOfAnotherEntryThenItIsRejected() throws Exception {
        String signed = emulators.uri(entry("/stat/", "a.jpg")).toString();
        String authorization = "Qiniu " + auth.signQiniuAuthorization(signed, "GET", null, "");

        var own = emulators.request(entry("/stat/", "a.jpg")).header("Authorization", authorization);
        var other = emulators.request(entry("/stat/", "b.jpg")).header("Authorization", authorization);
        assertThat(emulators.send(own).statusCode()).isEqualTo(612);
        assertThat(emulators.send(other).statusCode()).isEqualTo(401);
    }

    @Test
    @SuppressWarnings("deprecation")
    void manageWhenTheSignatureHasTheOlderFormatThenItIsAccepted() throws Exception {
        upload("older.jpg", auth.uploadToken(BUCKET));
        String target = entry("/stat/", "older.jpg");
        String authorization = "QBox " + auth.signRequest(emulators.uri(target).toString(), null, null);

        var stat = emulators.request(target).header("Authorization", authorization);
        assertThat(emulators.send(stat).statusCode()).isEqualTo(200);
        var tampered = emulators.request(target).header("Authorization", authorization + "x");
        assertThat(emulators.send(tampered).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/stat/*, 400", "/stat/bm9jb2xvbg==, 400", "/stat/b3RoZXI6a2V5, 631"})
    void manageWhenTheEntryIsWrongThenItIsRejected(String target, int status) throws Exception {
        String authorization =
                "Qiniu " + auth.signQiniuAuthorization(emulators.uri(target).toString(), "GET", null, "");

        var response = emulators.send(emulators.request(target).header("Authorization", authorization));

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void manageWhenTheRequestIsOldThenItIsRejected() throws Exception {
        String target = entry("/stat/", "k");
        var headers = new com.qiniu.http.Headers.Builder()
                .set("X-Qiniu-Date", "20200101T000000Z")
                .build();
        String authorization =
                "Qiniu " + auth.signQiniuAuthorization(emulators.uri(target).toString(), "GET", null, headers);

        var response = emulators.send(emulators
                .request(target)
                .header("X-Qiniu-Date", "20200101T000000Z")
                .header("Authorization", authorization));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"error\":\"request time too skewed\"}");
    }

    @Test
    void downloadWhenItIsCachedOrHeadThenThereIsNoBody() throws Exception {
        upload("head.jpg", auth.uploadToken(BUCKET));
        String etag = "\"" + Etag.data(PICTURE) + "\"";

        var known = emulators.send(emulators.request("/qiniu/head.jpg").header("If-None-Match", etag));
        var head = emulators.send(emulators.request("/qiniu/head.jpg").method("HEAD", BodyPublishers.noBody()));

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(PICTURE.length));
    }

    @Test
    void callWhenAFaultAppliesThenAllButDownloadsFail() throws Exception {
        upload("struck.jpg", auth.uploadToken(BUCKET));
        emulators.order("{\"provider\":\"qiniu\",\"kind\":\"status\",\"status\":503}");

        assertStatus(503, "server is unavailable", () -> upload("k", auth.uploadToken(BUCKET)));
        assertStatus(503, "server is unavailable", () -> buckets().stat(BUCKET, "struck.jpg"));
        assertStatus(503, "server is unavailable", () -> buckets().delete(BUCKET, "struck.jpg"));
        assertThat(emulators.send(emulators.request("/v3/query")).statusCode()).isEqualTo(503);
        assertThat(emulators.download("/qiniu/struck.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void uploadWhenTheFaultEndedThenItSucceeds() throws Exception {
        UploadManager uploads = uploads();
        emulators.order("{\"provider\":\"qiniu\",\"kind\":\"reset\"}");
        assertThatThrownBy(() -> uploads.put(PICTURE, "again.jpg", auth.uploadToken(BUCKET)))
                .isInstanceOf(QiniuException.class);

        emulators.endFaults();

        assertThat(uploads.put(PICTURE, "again.jpg", auth.uploadToken(BUCKET)).isOK())
                .isTrue();
    }

    @Test
    void uploadWhenTheDirectoryIsMissingThenItIsAServerError() throws Exception {
        var directory = emulators.home().resolve("data/emulators/qiniu/" + BUCKET);
        var aside = emulators.home().resolve("aside");
        Files.move(directory, aside);
        try {
            assertStatus(599, "internal server error", () -> upload("k", auth.uploadToken(BUCKET)));
        } finally {
            Files.move(aside, directory);
        }
    }

    private static String entry(String operation, String key) {
        return operation + BucketManager.encodedEntry(BUCKET, key);
    }

    private String token(String field, Object value) {
        return auth.uploadToken(BUCKET, null, 60, new StringMap().put(field, value));
    }

    private String upload(String key, String token) throws QiniuException {
        return upload(PICTURE, key, token);
    }

    private String upload(byte[] bytes, String key, String token) throws QiniuException {
        return uploads().put(bytes, key, token, null, "image/jpeg", true).bodyString();
    }

    private UploadManager uploads() {
        return new UploadManager(configuration());
    }

    private BucketManager buckets() {
        return new BucketManager(auth, configuration());
    }

    private static Configuration configuration() {
        String host = "127.0.0.1:" + emulators.port();
        var region = new Region.Builder()
                .srcUpHost(host)
                .accUpHost(host)
                .rsHost(host)
                .build();
        var configuration = Configuration.create(region);
        configuration.useHttpsDomains = false;
        configuration.retryMax = 0;
        return configuration;
    }

    /** A form of these names and values; the one named file is a file. */
    private static HttpRequest.Builder form(String... namesAndValues) {
        var body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String file = namesAndValues[i].equals("file") ? "; filename=\"x.jpg\"" : "";
            body.append("--b\r\nContent-Disposition: form-data; name=\"" + namesAndValues[i] + "\"" + file + "\r\n\r\n"
                    + namesAndValues[i + 1] + "\r\n");
        }
        return emulators
                .request("/")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body + "--b--\r\n"));
    }

    private static void assertStatus(int status, String error, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(QiniuException.class, refused -> {
            assertThat(refused.code()).isEqualTo(status);
            assertThat(refused.error()).isEqualTo(error);
        });
    }
}
