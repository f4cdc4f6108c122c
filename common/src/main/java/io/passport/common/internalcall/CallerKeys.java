package io.passport.common.internalcall;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The signing keys of this process and of the callers that it accepts. Prints no key. A missing or short key ends the start.
 *
 * @param callerKeys keys of at least 32 characters, by the caller's name
 */
@ConfigurationProperties("passport.internal-calls")
public record CallerKeys(Map<String, String> callerKeys) {

    private static final int SHORTEST = 32;

    public CallerKeys(@Nullable Map<String, String> callerKeys) {
        if (callerKeys == null || callerKeys.isEmpty()) {
            throw new IllegalArgumentException("passport.internal-calls.caller-keys.<caller> is not set");
        }
        callerKeys.forEach((caller, key) -> {
            if (key.length() < SHORTEST) {
                throw new IllegalArgumentException("passport.internal-calls.caller-keys." + caller + " is shorter than "
                        + SHORTEST + " characters");
            }
        });
        this.callerKeys = Map.copyOf(callerKeys);
    }

    @Override
    public String toString() {
        return "CallerKeys" + callerKeys.keySet();
    }
}
