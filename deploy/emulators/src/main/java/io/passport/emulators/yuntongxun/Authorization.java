package io.passport.emulators.yuntongxun;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * The decoded {@code Authorization} header: {@code Base64(accountSid:timestamp)}.
 *
 * @param accountSid who asks
 * @param timestamp when, {@code yyyyMMddHHmmss} as it was sent, since the signature covers these digits
 */
record Authorization(String accountSid, String timestamp) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration VALIDITY = Duration.ofHours(24);

    static Authorization parse(String header) throws RefusedException {
        String decoded = decode(header);
        int colon = decoded.indexOf(':');
        RefusedException.unless(colon >= 0, Refusal.AUTHORIZATION_MALFORMED);
        var authorization = new Authorization(decoded.substring(0, colon), decoded.substring(colon + 1));
        RefusedException.unless(!authorization.accountSid.isEmpty(), Refusal.ACCOUNT_MISSING);
        RefusedException.unless(!authorization.timestamp.isEmpty(), Refusal.TIMESTAMP_MISSING);
        return authorization;
    }

    private static String decode(String header) throws RefusedException {
        try {
            return new String(Base64.getDecoder().decode(header.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.AUTHORIZATION_NOT_BASE64);
        }
    }

    /**
     * Checks that the timestamp is at most 24 hours away. It bears no zone; the vendor's is China's, and the window is
     * wide enough for a client that counts in another.
     */
    void requireFresh(Clock clock) throws RefusedException {
        Duration age = Duration.between(time(), LocalDateTime.now(clock.withZone(CHINA)));
        RefusedException.unless(age.abs().compareTo(VALIDITY) <= 0, Refusal.TIMESTAMP_EXPIRED);
    }

    private LocalDateTime time() throws RefusedException {
        try {
            return LocalDateTime.parse(timestamp, FORMAT);
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.TIMESTAMP_MALFORMED);
        }
    }
}
