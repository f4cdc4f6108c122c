package io.passport.emulators;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A valid call of Aliyun's SendSms, signed as the documentation describes. A test can change parts of it. */
record Acs3Call(TreeMap<String, String> headers, TreeMap<String, String> parameters) {

    static Acs3Call to(String mobile) {
        var headers = new TreeMap<String, String>();
        headers.put("x-acs-action", "SendSms");
        headers.put("x-acs-version", "2017-05-25");
        headers.put("x-acs-date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
        headers.put("x-acs-content-sha256", sha256(""));
        var parameters = new TreeMap<String, String>();
        parameters.put("PhoneNumbers", mobile);
        parameters.put("SignName", "通行证");
        parameters.put("TemplateCode", "SMS_100000001");
        parameters.put("TemplateParam", "{\"code\":\"654321\"}");
        return new Acs3Call(headers, parameters);
    }

    Acs3Call at(String date) {
        return withHeader("x-acs-date", date);
    }

    Acs3Call withHeader(String name, String value) {
        var others = new TreeMap<>(headers);
        others.put(name, value);
        return new Acs3Call(others, parameters);
    }

    Acs3Call with(String parameter, String value) {
        var others = new TreeMap<>(parameters);
        others.put(parameter, value);
        return new Acs3Call(headers, others);
    }

    JsonNode sent(RunningEmulators emulators) throws Exception {
        return emulators.json(on(emulators));
    }

    HttpRequest.Builder on(RunningEmulators emulators) throws Exception {
        var signed = new TreeMap<>(headers);
        signed.put("host", "127.0.0.1:" + emulators.port());
        String names = String.join(";", signed.keySet());
        String canonical = "POST\n/\n" + query() + "\n"
                + signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256("");
        var request = emulators.request("/?" + query()).POST(BodyPublishers.noBody());
        headers.forEach(request::header);
        return request.header(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=local-only-aliyun-id,SignedHeaders=" + names + ",Signature="
                        + hmac("ACS3-HMAC-SHA256\n" + sha256(canonical)));
    }

    String query() {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("local-only-aliyun-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
