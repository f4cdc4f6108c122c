package io.passport.user.personaldata;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * Finds an encrypted value and keeps it unique: HMAC-SHA256 under a key that is not in the database. A plain hash would not
 * protect it, since all mobile numbers can be hashed in minutes.
 */
@Component
public class BlindIndex {

    private final byte[] key;

    BlindIndex(PersonalDataProperties properties) {
        this.key = DerivedKey.of(properties.indexKey(), "HmacSHA256", "passport blind index")
                .getEncoded();
    }

    /** The 32 bytes that index the value; the same value has another index in another column. Many threads may call it. */
    public byte[] of(String column, String value) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(column + '\n' + value);
    }
}
