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
 * Qiniu's object storage, through Qiniu's SDK. Each upload has a token that is valid for one object and one minute. Nothing
 * is repeated: a failed call is logged with its key, and fails.
 *
 * <p>Source: <a href="https://developer.qiniu.com/kodo/1206/put-policy">upload policy</a>, <a
 * href="https://developer.qiniu.com/kodo/1257/delete">delete</a>.
 */
final class QiniuStorage implements AvatarStorage {

    private static final Logger LOG = LoggerFactory.getLogger(QiniuStorage.class);
    private static final Duration TOKEN_TTL = Duration.ofMinutes(1);
    private static final String JPEG = "image/jpeg";
    /** Qiniu's status for "no such file or directory". */
    private static final int NO_SUCH_FILE = 612;

    private final QiniuProperties properties;
    private final Auth auth;
    private final UploadManager uploads;
    private final BucketManager objects;
    private final CircuitBreaker uploadBreaker;
    private final CircuitBreaker deleteBreaker;

    QiniuStorage(
            QiniuProperties properties,
            Auth auth,
            UploadManager uploads,
            BucketManager objects,
            CircuitBreaker uploadBreaker,
            CircuitBreaker deleteBreaker) {
        this.properties = properties;
        this.auth = auth;
        this.uploads = uploads;
        this.objects = objects;
        this.uploadBreaker = uploadBreaker;
        this.deleteBreaker = deleteBreaker;
    }

    @Override
    public void store(AvatarKey key, byte[] jpeg) {
        String token = auth.uploadToken(
                properties.bucket(), key.value(), TOKEN_TTL.toSeconds(), uploadPolicy(jpeg.length), true);
        uploadBreaker.run(() -> upload(key, jpeg, token), failure -> {
            LOG.warn("Qiniu did not confirm {}, which may be left in the bucket", key, failure);
            throw ApiException.of(ErrorCode.THIRDERR, "七牛云上传失败");
        });
    }

    @Override
    public void delete(AvatarKey key) {
        deleteBreaker.run(() -> remove(key), failure -> {
            LOG.warn("Qiniu did not delete {}, which is left in the bucket", key, failure);
            throw ApiException.of(ErrorCode.THIRDERR);
        });
    }

    @Override
    public String urlOf(AvatarKey key) {
        return properties.publicUrl() + "/" + key;
    }

    @Override
    public Optional<AvatarKey> keyOf(String url) {
        String prefix = properties.publicUrl() + "/";
        return Optional.of(url)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(AvatarKey::isValid)
                .map(AvatarKey::new);
    }

    private static StringMap uploadPolicy(int size) {
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
            objects.delete(properties.bucket(), key.value()).close();
            return true;
        } catch (QiniuException failure) {
            if (failure.code() == NO_SUCH_FILE) {
                return false;
            }
            throw new UncheckedIOException(failure);
        }
    }
}
