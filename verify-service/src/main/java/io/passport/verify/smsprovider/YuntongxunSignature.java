package io.passport.verify.smsprovider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/**
 * How a request to Yuntongxun proves whose it is, by the vendor's REST document, section "请求头与验证".
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
                HexFormat.of().withUpperCase().formatHex(md5(accountSid + authToken + timestamp)),
                Base64.getEncoder().encodeToString((accountSid + ":" + timestamp).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
