package io.passport.common.startupcheck;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A JWT as Nacos' own ({@code NacosJwtParser}): HS256 over subject and end, by the base64-decoded secret key. */
final class NacosToken {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER = "{\"alg\":\"HS256\"}";

    private NacosToken() {}

    /** Keys that Nacos' manuals and images have used as examples or defaults. */
    enum KnownKey {
        /** Has a 69th character, which is no whole byte any more; Nacos drops it. */
        UNTIL_2_2("SecretKey01234567890123456789012345678901234567890123456789012345678"),
        OF_THE_MANUAL("VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg=");

        private final String base64;

        KnownKey(String base64) {
            this.base64 = base64;
        }
    }

    static String of(String user, Instant end, KnownKey key) {
        String content = base64(HEADER) + "."
                + base64(
                        "{\"sub\":\"%s\",\"exp\":%d}".formatted(user.replaceAll("[\"\\\\]", ""), end.getEpochSecond()));
        return content + "." + base64(hmac(content, key));
    }

    private static byte[] hmac(String content, KnownKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.base64), ALGORITHM));
            return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
