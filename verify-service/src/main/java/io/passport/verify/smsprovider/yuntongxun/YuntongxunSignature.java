package io.passport.verify.smsprovider.yuntongxun;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The signature of a request to Yuntongxun, see "请求头与验证" in the vendor's REST document.
 *
 * @param sig for the query: upper-case MD5 of account, token and timestamp
 * @param authorization for the header: base64 of account, colon, timestamp
 */
record YuntongxunSignature(String sig, String authorization) {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    static YuntongxunSignature of(String accountSid, String authToken, Instant at) {
        String timestamp = TIMESTAMP.format(at);
        return new YuntongxunSignature(
                DigestUtils.md5Hex(accountSid + authToken + timestamp).toUpperCase(Locale.ROOT),
                Base64.getEncoder().encodeToString((accountSid + ":" + timestamp).getBytes(StandardCharsets.UTF_8)));
    }
}
