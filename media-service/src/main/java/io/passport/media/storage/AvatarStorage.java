package io.passport.media.storage;

import static java.util.Objects.requireNonNull;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;

/**
 * The stored avatars. Each call goes through a circuit breaker with a time limit; while the breaker is open, a call fails at
 * once. Nothing is repeated: a failed call is logged with its key, and fails. Many threads may use it at once.
 */
public final class AvatarStorage {

    /** The circuit breaker of {@link #store}. It and the other are separate: vendors may use different hosts. */
    public static final String UPLOAD_BREAKER = "storage-upload";

    /** The circuit breaker of {@link #delete}. */
    public static final String DELETE_BREAKER = "storage-delete";

    private static final Logger LOG = LoggerFactory.getLogger(AvatarStorage.class);

    private final ObjectStorage objects;
    private final CircuitBreaker uploadBreaker;
    private final CircuitBreaker deleteBreaker;

    /** Connects to nothing. */
    public AvatarStorage(ObjectStorage objects, CircuitBreakerFactory<?, ?> breakers) {
        this.objects = objects;
        this.uploadBreaker = breakers.create(UPLOAD_BREAKER);
        this.deleteBreaker = breakers.create(DELETE_BREAKER);
    }

    /**
     * Stores a new avatar.
     *
     * @param jpeg a sanitized picture
     * @throws ApiException {@code 4301} when storing failed or was not confirmed in time; the avatar may exist then
     */
    public void store(AvatarKey key, byte[] jpeg) {
        run(uploadBreaker, () -> objects.store(key, jpeg), failure -> {
            LOG.warn("{} did not confirm {}, which may be left in the bucket", objects.vendor(), key, failure);
            return ApiException.of(ErrorCode.THIRDERR, objects.storeFailure());
        });
    }

    /**
     * Deletes an avatar. Succeeds when it does not exist.
     *
     * @throws ApiException {@code 4301} when the deletion failed or was not confirmed in time; the avatar may exist then
     */
    public void delete(AvatarKey key) {
        run(deleteBreaker, () -> objects.delete(key), failure -> {
            LOG.warn("{} did not delete {}, which is left in the bucket", objects.vendor(), key, failure);
            return ApiException.of(ErrorCode.THIRDERR);
        });
    }

    /** The public URL of an avatar; computed without a call, as {@link #keyOf}. */
    public String urlOf(AvatarKey key) {
        return objects.publicUrl() + "/" + key;
    }

    /** The key in a public URL, or empty when the URL is not from this storage. */
    public Optional<AvatarKey> keyOf(String url) {
        String prefix = objects.publicUrl() + "/";
        return Optional.of(url)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(AvatarKey::isValid)
                .map(AvatarKey::new);
    }

    private static void run(CircuitBreaker breaker, Runnable call, Function<Throwable, ApiException> failure) {
        breaker.run(
                () -> {
                    call.run();
                    return true;
                },
                cause -> {
                    throw failure.apply(requireNonNull(cause));
                });
    }
}
