package io.passport.media.storage;

import com.qiniu.common.QiniuException;
import com.qiniu.storage.BucketManager;
import com.qiniu.storage.UploadManager;
import com.qiniu.util.Auth;
import com.qiniu.util.StringMap;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;

/**
 * Qiniu's object storage through its own SDK. Uploads by form with a token that is good for this one object and a minute.
 *
 * <p>Source: <a href="https://developer.qiniu.com/kodo/1206/put-policy">upload policy</a>, <a
 * href="https://developer.qiniu.com/kodo/1257/delete">delete</a>.
 */
final class QiniuStorage implements AvatarStorage {

    private static final Logger LOG = LoggerFactory.getLogger(QiniuStorage.class);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);
    private static final String JPEG = "image/jpeg";
    /** Qiniu's code for "no such file or directory". */
    private static final int NO_SUCH_FILE = 612;

    private final QiniuProperties settings;
    private final Auth auth;
    private final UploadManager uploads;
    private final BucketManager objects;
    private final CircuitBreaker uploading;
    private final CircuitBreaker deleting;

    QiniuStorage(
            QiniuProperties settings,
            Auth auth,
            UploadManager uploads,
            BucketManager objects,
            CircuitBreaker uploading,
            CircuitBreaker deleting) {
        this.settings = settings;
        this.auth = auth;
        this.uploads = uploads;
        this.objects = objects;
        this.uploading = uploading;
        this.deleting = deleting;
    }

    @Override
    public void store(AvatarKey key, byte[] jpeg) {
        String token =
                auth.uploadToken(settings.bucket(), key.value(), TOKEN_LIFE.toSeconds(), policy(jpeg.length), true);
        uploading.run(() -> upload(key, jpeg, token), failure -> {
            LOG.warn("Qiniu did not confirm {}, which may be left in the bucket", key, failure);
            throw ApiException.of(ErrorCode.THIRDERR, "七牛云上传失败");
        });
    }

    @Override
    public void delete(AvatarKey key) {
        deleting.run(() -> remove(key), failure -> {
            LOG.warn("Qiniu did not delete {}, which is left in the bucket", key, failure);
            throw ApiException.of(ErrorCode.THIRDERR);
        });
    }

    @Override
    public String urlOf(AvatarKey key) {
        return settings.publicUrl() + "/" + key;
    }

    @Override
    public Optional<AvatarKey> keyOf(String url) {
        String prefix = settings.publicUrl() + "/";
        return Optional.of(url)
                .filter(ours -> ours.startsWith(prefix))
                .map(ours -> ours.substring(prefix.length()))
                .filter(AvatarKey::isValid)
                .map(AvatarKey::new);
    }

    private static StringMap policy(int size) {
        return new StringMap().put("insertOnly", 1).put("fsizeLimit", size).put("mimeLimit", JPEG);
    }

    private boolean upload(AvatarKey key, byte[] jpeg, String token) {
        try {
            uploads.put(jpeg, key.value(), token, null, JPEG, true).close();
            return true;
        } catch (QiniuException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean remove(AvatarKey key) {
        try {
            objects.delete(settings.bucket(), key.value()).close();
            return true;
        } catch (QiniuException failure) {
            if (failure.code() == NO_SUCH_FILE) {
                return false;
            }
            throw new UncheckedIOException(failure);
        }
    }
}
