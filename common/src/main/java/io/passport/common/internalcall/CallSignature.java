package io.passport.common.internalcall;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over method, path with query as they stand on the wire, and the caller header, with the caller's own key.
 * A signature is good for {@link #VALID_FOR} around the time that it names.
 */
public final class CallSignature {

    /** The header that carries it, base64url without padding. */
    public static final String HEADER = "X-Passport-Signature";

    static final Duration VALID_FOR = Duration.ofSeconds(30);

    private final CallerKeys keys;
    private final Clock clock;

    public CallSignature(CallerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The signature of a call.
     *
     * @param pathWithQuery raw, beginning with a slash
     * @throws IllegalStateException when this process does not hold the caller's key
     */
    public String sign(String method, String pathWithQuery, Caller caller) {
        String key = keys.of(caller.service())
                .orElseThrow(() -> new IllegalStateException(
                        "passport.internal-calls.caller-keys." + caller.service() + " is not set"));
        return signatureOf(key, method, pathWithQuery, caller.header());
    }

    /** The caller, if the signature is his, is of this call, and is fresh. */
    Optional<Caller> verify(
            String method, String pathWithQuery, @Nullable String callerHeader, @Nullable String signature) {
        if (callerHeader == null || signature == null) {
            return Optional.empty();
        }
        return Caller.parse(callerHeader)
                .filter(caller ->
                        isFresh(caller) && isSignedBy(caller, method, pathWithQuery, callerHeader, signature));
    }

    private boolean isFresh(Caller caller) {
        return Duration.between(caller.at(), clock.instant()).abs().compareTo(VALID_FOR) <= 0;
    }

    private boolean isSignedBy(
            Caller caller, String method, String pathWithQuery, String callerHeader, String signature) {
        return keys.of(caller.service())
                .map(key -> signatureOf(key, method, pathWithQuery, callerHeader))
                .filter(expected -> MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static String signatureOf(String key, String method, String pathWithQuery, String callerHeader) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(
                    String.join("\n", method, pathWithQuery, callerHeader).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
