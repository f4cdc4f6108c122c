package io.passport.emulators.qiniu;

import io.passport.emulators.http.FilePart;
import io.passport.emulators.http.MultipartForm;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * {@code POST /} on the upload host: a form with token, key and file (developer.qiniu.com/kodo/1312/upload). Stores nothing when a
 * check fails.
 */
final class UploadEndpoint {

    private static final int MAX_KEY_BYTES = 750;

    private final QiniuAccount account;
    private final Bucket bucket;

    UploadEndpoint(QiniuAccount account, Bucket bucket) {
        this.account = account;
        this.bucket = bucket;
    }

    Response answer(Request request) throws QiniuApiException, IOException {
        MultipartForm form = form(request);
        String token = form.field("token").orElseThrow(() -> new QiniuApiException(401, "token not specified"));
        PutPolicy policy = UploadToken.verified(token, account);
        FilePart file =
                form.file("file").orElseThrow(() -> new QiniuApiException(400, "file is not specified in multipart"));
        StoredObject object = checked(form, file, policy);
        Object answer = answer(policy, object, file.fileName());
        bucket.put(object, file.bytes(), policy.mayOverwrite());
        return Response.json(200, answer);
    }

    private Object answer(PutPolicy policy, StoredObject object, String fileName) throws QiniuApiException {
        return policy.returnBody() == null
                ? new Stored(object.hash(), object.key())
                : new ReturnBody(policy.returnBody()).filled(object, account.bucket(), fileName);
    }

    private static MultipartForm form(Request request) throws QiniuApiException {
        try {
            return MultipartForm.of(request);
        } catch (IOException e) {
            throw new QiniuApiException(400, "parse multipart error");
        }
    }

    private static StoredObject checked(MultipartForm form, FilePart file, PutPolicy policy) throws QiniuApiException {
        byte[] bytes = file.bytes();
        String hash = Etag.of(bytes);
        String key = form.field("key").orElse(hash);
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw new QiniuApiException(400, "invalid key: longer than 750 bytes");
        }
        policy.requireKey(key);
        policy.requireSize(bytes.length);
        policy.requireMimeType(file.contentType());
        requireCrc32(form, bytes);
        return new StoredObject(key, file.contentType(), hash, bytes.length, hundredNanos(Instant.now()));
    }

    private static void requireCrc32(MultipartForm form, byte[] bytes) throws QiniuApiException {
        var crc32 = new CRC32();
        crc32.update(bytes);
        String given = form.field("crc32").orElse("");
        if (!given.isEmpty() && !given.equals(String.valueOf(crc32.getValue()))) {
            throw new QiniuApiException(406, "crc32 check failed");
        }
    }

    private static long hundredNanos(Instant time) {
        return time.getEpochSecond() * 10_000_000 + time.getNano() / 100;
    }

    private record Stored(String hash, String key) {}
}
