package io.passport.user.personaldata;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets that protect personal values at rest. Prints none of them.
 *
 * @param currentKey the id of the key that seals from now on; the others only open
 * @param keys secrets of at least 32 characters by key id; an id is 1 to 8 letters and digits
 * @param indexKey the secret of the blind index; it cannot be changed without building the index anew
 */
@ConfigurationProperties("passport.personal-data")
record PersonalDataProperties(String currentKey, Map<String, String> keys, String indexKey) {

    private static final int SHORTEST = 32;

    PersonalDataProperties {
        if (keys == null || currentKey == null || !keys.containsKey(currentKey)) {
            throw new IllegalArgumentException(
                    "passport.personal-data.current-key must name one of passport.personal-data.keys");
        }
        keys = Map.copyOf(keys);
        keys.forEach((id, secret) -> {
            if (!id.matches("[A-Za-z0-9]{1,8}") || secret.length() < SHORTEST) {
                throw new IllegalArgumentException("passport.personal-data.keys." + id
                        + ": an id is 1 to 8 letters and digits, a key at least " + SHORTEST + " characters");
            }
        });
        if (indexKey == null || indexKey.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "passport.personal-data.index-key must have at least " + SHORTEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "PersonalDataProperties" + keys.keySet();
    }
}
