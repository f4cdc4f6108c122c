package io.passport.media.storage.qiniu;

import com.qiniu.common.QiniuException;
import com.qiniu.storage.BucketManager;
import com.qiniu.storage.UploadManager;
import com.qiniu.util.Auth;
import com.qiniu.util.StringMap;
import io.passport.common.timeout.Timeout;
import io.passport.media.storage.AvatarKey;
import io.passport.media.storage.ObjectStorage;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Qiniu's object storage, through Qiniu's SDK. Each upload has a token that is valid for one object and one minute.
 *
 * <p>Source: <a href="https://developer.qiniu.com/kodo/1206/put-policy">upload policy</a>, <a
 * href="https://developer.qiniu.com/kodo/1257/delete">delete</a>.
 */
final class QiniuStorage implements ObjectStorage {

    private static final Duration TOKEN_TTL = Duration.ofMinutes(1);
    private static final String JPEG = "image/jpeg";
    /** Qiniu's status for "no such file or directory". */
    private static final int NO_SUCH_FILE = 612;

    private final QiniuProperties properties;
    private final Auth auth;
    private final UploadManager uploads;
    private final BucketManager objects;

    QiniuStorage(QiniuProperties properties, Auth auth, UploadManager uploads, BucketManager objects) {
        this.properties = properties;
        this.auth = auth;
        this.uploads = uploads;
        this.objects = objects;
    }

    @Override
    public String vendor() {
        return "Qiniu";
    }

    @Override
    public String storeFailure() {
        return "七牛云上传失败";
    }

    @Override
    public Timeout callTimeout() {
        return Timeout.sum(
                Timeout.of("passport.qiniu.connect-timeout", properties.connectTimeout()),
                Timeout.of("passport.qiniu.write-timeout", properties.writeTimeout()),
                Timeout.of("passport.qiniu.read-timeout", properties.readTimeout()));
    }

    @Override
    public void store(AvatarKey key, byte[] jpeg) {
        String token = auth.uploadToken(
                properties.bucket(), key.value(), TOKEN_TTL.toSeconds(), uploadPolicy(jpeg.length), true);
        try {
            uploads.put(jpeg, key.value(), token, null, JPEG, true).close();
        } catch (QiniuException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void delete(AvatarKey key) {
        try {
            objects.delete(properties.bucket(), key.value()).close();
        } catch (QiniuException failure) {
            if (failure.code() != NO_SUCH_FILE) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public String publicUrl() {
        return properties.publicUrl();
    }

    private static StringMap uploadPolicy(int size) {
        return new StringMap().put("insertOnly", 1).put("fsizeLimit", size).put("mimeLimit", JPEG);
    }
}
