package io.passport.emulators;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A valid call of the id check, signed as Tencent's documentation describes. A test can change parts of it. */
record Tc3Call(String key, String service, long timestamp, String date, String body) {

    static Tc3Call of(String body) {
        long now = Instant.now().getEpochSecond();
        return new Tc3Call("local-only-idcheck-key", "faceid", now, day(now), body);
    }

    Tc3Call signedBy(String other) {
        return new Tc3Call(other, service, timestamp, date, body);
    }

    Tc3Call service(String other) {
        return new Tc3Call(key, other, timestamp, date, body);
    }

    Tc3Call at(long other) {
        return new Tc3Call(key, service, other, day(other), body);
    }

    Tc3Call dated(String other) {
        return new Tc3Call(key, service, timestamp, other, body);
    }

    JsonNode sent(RunningEmulators emulators) throws Exception {
        return emulators.json(on(emulators));
    }

    HttpRequest.Builder on(RunningEmulators emulators) throws Exception {
        return emulators
                .request("/")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-TC-Action", "IdCardVerification")
                .header("X-TC-Version", "2018-03-01")
                .header("X-TC-Timestamp", String.valueOf(timestamp))
                .header(
                        "Authorization",
                        "TC3-HMAC-SHA256 Credential=local-only-idcheck-id/" + scope()
                                + ", SignedHeaders=content-type;host, Signature="
                                + signature("127.0.0.1:" + emulators.port()))
                .POST(BodyPublishers.ofString(body));
    }

    String signature(String host) throws Exception {
        String canonical = "POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:" + host
                + "\n\ncontent-type;host\n" + sha256(body);
        String toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope() + "\n" + sha256(canonical);
        byte[] dateKey = hmac(("TC3" + key).getBytes(StandardCharsets.UTF_8), date);
        return HexFormat.of().formatHex(hmac(hmac(hmac(dateKey, service), "tc3_request"), toSign));
    }

    private String scope() {
        return date + "/" + service + "/tc3_request";
    }

    private static String day(long timestamp) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(timestamp), ZoneOffset.UTC)
                .toString();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
