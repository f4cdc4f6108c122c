package io.passport.emulators.qiniu;

import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /stat/<entry>} and {@code /delete/<entry>} on the rs host, where the entry is the URL-safe Base64 of
 * {@code bucket:key}. A missing object gets 612, another bucket 631.
 */
final class ObjectManagement {

    private static final Pattern STAT_OR_DELETE = Pattern.compile("/(stat|delete)/([^/]+)");

    private final QiniuAccount account;
    private final Bucket bucket;

    ObjectManagement(QiniuAccount account, Bucket bucket) {
        this.account = account;
        this.bucket = bucket;
    }

    static boolean accepts(Request request) {
        Matcher path = STAT_OR_DELETE.matcher(request.path());
        return path.matches()
                && (request.method().equals("POST")
                        || (request.method().equals("GET") && path.group(1).equals("stat")));
    }

    Response answer(Request request) throws QiniuApiException, IOException {
        ManagementToken.require(request, account);
        Matcher path = STAT_OR_DELETE.matcher(request.path());
        String key = key(path.matches() ? path.group(2) : "");
        return request.path().startsWith("/stat/") ? stat(key) : delete(key);
    }

    private String key(String entry) throws QiniuApiException {
        String[] bucketAndKey = decoded(entry).split(":", 2);
        if (bucketAndKey.length != 2) {
            throw new QiniuApiException(400, "invalid entry");
        }
        if (!bucketAndKey[0].equals(account.bucket())) {
            throw QiniuApiException.noSuchBucket();
        }
        return bucketAndKey[1];
    }

    private static String decoded(String entry) throws QiniuApiException {
        try {
            return new String(Base64.getUrlDecoder().decode(entry), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new QiniuApiException(400, "invalid entry");
        }
    }

    private Response stat(String key) throws QiniuApiException, IOException {
        StoredObject object = bucket.stat(key).orElseThrow(QiniuApiException::noSuchFile);
        return Response.json(200, new Stat(object.fsize(), object.hash(), object.mimeType(), object.putTime(), 0));
    }

    private Response delete(String key) throws QiniuApiException, IOException {
        if (!bucket.delete(key)) {
            throw QiniuApiException.noSuchFile();
        }
        return Response.empty(200);
    }

    private record Stat(long fsize, String hash, String mimeType, long putTime, int type) {}
}
