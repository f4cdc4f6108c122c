package io.passport.emulators.sms.yuntongxun;

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
 * @param accountSid the caller's account
 * @param timestamp {@code yyyyMMddHHmmss} as sent, since the signature covers these digits
 */
record Authorization(String accountSid, String timestamp) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration VALIDITY = Duration.ofHours(24);

    /** Decodes the header. Fails if it is malformed or a part is empty; the signature is checked elsewhere. */
    static Authorization parse(String header) throws YuntongxunApiException {
        String decoded = decode(header);
        int colon = decoded.indexOf(':');
        YuntongxunApiException.unless(colon >= 0, YuntongxunError.AUTHORIZATION_MALFORMED);
        var authorization = new Authorization(decoded.substring(0, colon), decoded.substring(colon + 1));
        YuntongxunApiException.unless(!authorization.accountSid.isEmpty(), YuntongxunError.ACCOUNT_MISSING);
        YuntongxunApiException.unless(!authorization.timestamp.isEmpty(), YuntongxunError.TIMESTAMP_MISSING);
        return authorization;
    }

    private static String decode(String header) throws YuntongxunApiException {
        try {
            return new String(Base64.getDecoder().decode(header.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new YuntongxunApiException(YuntongxunError.AUTHORIZATION_NOT_BASE64);
        }
    }

    /**
     * Checks that the timestamp is within 24 hours. It has no time zone; the vendor's is China's, and the window is wide
     * enough for clients in other zones.
     */
    void requireFresh(Clock clock) throws YuntongxunApiException {
        Duration age = Duration.between(time(), LocalDateTime.now(clock.withZone(CHINA)));
        YuntongxunApiException.unless(age.abs().compareTo(VALIDITY) <= 0, YuntongxunError.TIMESTAMP_EXPIRED);
    }

    private LocalDateTime time() throws YuntongxunApiException {
        try {
            return LocalDateTime.parse(timestamp, FORMAT);
        } catch (DateTimeException e) {
            throw new YuntongxunApiException(YuntongxunError.TIMESTAMP_MALFORMED);
        }
    }
}
