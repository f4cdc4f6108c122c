package io.passport.emulators;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/** A valid call of Yuntongxun's template SMS. A test can change parts of it. */
record TemplateSmsCall(String account, String token, String timestamp, String body) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    static TemplateSmsCall to(String mobile) {
        return new TemplateSmsCall(
                "local-only-yuntongxun-account", "local-only-yuntongxun-token", hoursAgo(0), """
                {"to":"%s","appId":"local-only-yuntongxun-app","templateId":"1","datas":["123456","5"]}
                """.formatted(mobile));
    }

    static String hoursAgo(int hours) {
        return FORMAT.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")).minusHours(hours));
    }

    TemplateSmsCall withAccount(String other) {
        return new TemplateSmsCall(other, token, timestamp, body);
    }

    TemplateSmsCall withToken(String other) {
        return new TemplateSmsCall(account, other, timestamp, body);
    }

    TemplateSmsCall withTimestamp(String other) {
        return new TemplateSmsCall(account, token, other, body);
    }

    TemplateSmsCall withBody(String other) {
        return new TemplateSmsCall(account, token, timestamp, other);
    }

    String sig() throws Exception {
        byte[] signed = (account + token + timestamp).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("MD5").digest(signed));
    }

    String authorization() {
        return Base64.getEncoder().encodeToString((account + ":" + timestamp).getBytes(StandardCharsets.UTF_8));
    }

    String target() throws Exception {
        return "/2013-12-26/Accounts/" + account + "/SMS/TemplateSMS?sig=" + sig();
    }

    HttpRequest.Builder on(RunningEmulators emulators) throws Exception {
        return emulators
                .request(target())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json;charset=utf-8")
                .header("Authorization", authorization())
                .POST(BodyPublishers.ofString(body));
    }
}
