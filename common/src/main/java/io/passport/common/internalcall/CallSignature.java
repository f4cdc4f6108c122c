package io.passport.common.internalcall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies internal calls: HMAC-SHA256 with the caller's key over the method, the raw path with query, and the
 * caller header. The body is not signed. The time in the caller header may differ from now by at most 30 s in either
 * direction. Within that time a signature can be used again. Safe for concurrent use.
 */
public final class CallSignature {

    /** The header with the signature, base64url without padding. */
    public static final String HEADER = "X-Passport-Signature";

    static final Duration VALID_FOR = Duration.ofSeconds(30);

    /** By the caller's name. Never used itself: to clone it is cheaper than to make a new one from the key. */
    private final Map<String, Mac> macs;

    private final Clock clock;

    public CallSignature(CallerKeys keys, Clock clock) {
        this.macs = keys.callerKeys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> macOf(key.getValue())));
        this.clock = clock;
    }

    private static Mac macOf(String key) {
        return HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The signature of a call.
     *
     * @param pathWithQuery raw, beginning with a slash
     * @throws IllegalStateException when this process does not have the caller's key
     */
    public String sign(String method, String pathWithQuery, Caller caller) {
        Mac mac = macs.get(caller.service());
        if (mac == null) {
            throw new IllegalStateException("passport.internal-calls.caller-keys." + caller.service() + " is not set");
        }
        return signatureOf(mac, method, pathWithQuery, caller.header());
    }

    /**
     * Returns the caller if its key signed this method, path and caller header, and the header's time differs from now by at
     * most 30 s. Otherwise empty, also for a missing or malformed header and for a caller without a key here.
     */
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
        Mac mac = macs.get(caller.service());
        return mac != null
                && MessageDigest.isEqual(
                        signatureOf(mac, method, pathWithQuery, callerHeader).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String signatureOf(Mac prepared, String method, String pathWithQuery, String callerHeader) {
        byte[] signed = String.join("\n", method, pathWithQuery, callerHeader).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(copyOf(prepared).doFinal(signed));
    }

    private static Mac copyOf(Mac prepared) {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The HmacSHA256 of Java's own provider can be cloned", e);
        }
    }
}
