package io.passport.user.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Finds an encrypted value again, and keeps it unique, without showing it: HMAC-SHA256 under a key that the database does
 * not hold. A plain hash would not do: all mobile numbers are hashed in minutes.
 */
@Component
public class BlindIndex {

    private final SecretKey key;

    BlindIndex(PersonalDataProperties settings) {
        this.key = DerivedKey.of(settings.indexKey(), "HmacSHA256", "passport blind index");
    }

    /** The 32 bytes that stand for the value in the column; the same value has another index in another column. */
    public byte[] of(String column, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((column + '\n' + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
