package io.passport.user.personaldata;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets that protect personal data in the database. {@link #toString} has only the ids of the keys. With an invalid
 * value the service does not start.
 *
 * @param currentKey the id of the key that encrypts; the other keys only decrypt
 * @param keys secrets of at least 32 characters by key id; an id has 1 to 8 letters and digits
 * @param indexKey the secret of the blind index; changing it requires computing the index again
 */
@ConfigurationProperties("passport.personal-data")
record PersonalDataProperties(String currentKey, Map<String, String> keys, String indexKey) {

    private static final int MIN_LENGTH = 32;

    PersonalDataProperties {
        if (keys == null || currentKey == null || !keys.containsKey(currentKey)) {
            throw new IllegalArgumentException(
                    "passport.personal-data.current-key must name one of passport.personal-data.keys");
        }
        keys = Map.copyOf(keys);
        keys.forEach((id, secret) -> {
            if (!id.matches("[A-Za-z0-9]{1,8}") || secret.length() < MIN_LENGTH) {
                throw new IllegalArgumentException("passport.personal-data.keys." + id
                        + ": an id is 1 to 8 letters and digits, a key at least " + MIN_LENGTH + " characters");
            }
        });
        if (indexKey == null || indexKey.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "passport.personal-data.index-key must have at least " + MIN_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "PersonalDataProperties" + keys.keySet();
    }
}
