package io.passport.acceptance.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Passport-Signature}, made with the keys of the local profile. */
public final class Signature {

    static final String KEY_OF_THE_GATEWAY = "local-only-gateway-caller-key-000000000";

    private Signature() {}

    public static String ofTheGateway(String method, String pathWithQuery, String caller) {
        return by(KEY_OF_THE_GATEWAY, method, pathWithQuery, caller);
    }

    static String by(String key, String method, String pathWithQuery, String caller) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash =
                    mac.doFinal(String.join("\n", method, pathWithQuery, caller).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
