package io.passport.verify.smsprovider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.UriUtils;

/**
 * A {@code POST /} without a body, signed by the vendor's document "V3 版本请求体与签名机制" (ACS3-HMAC-SHA256).
 *
 * @param query sorted by name and percent-encoded, as it is sent and signed
 * @param headers what is sent and signed beside {@code Host}
 * @param authorization for the header of that name
 */
record AliyunRequest(String query, Map<String, String> headers, String authorization) {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    /**
     * Signs.
     *
     * @param host as it will stand in {@code Host}
     * @param headers the vendor's, {@code x-acs-…}, but that of the body's hash
     * @param parameters of the action
     */
    static AliyunRequest signed(
            AliyunSettings settings, String host, Map<String, String> headers, SortedMap<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        SortedMap<String, String> sent = new TreeMap<>(headers);
        sent.put("x-acs-content-sha256", sha256(""));
        SortedMap<String, String> signed = new TreeMap<>(sent);
        signed.put("host", host);
        String names = String.join(";", signed.keySet());
        String toSign = ALGORITHM + "\n" + sha256(canonical(query, signed, names));
        return new AliyunRequest(
                query,
                sent,
                "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(ALGORITHM, settings.accessKeyId(), names, hmac(settings.accessKeySecret(), toSign)));
    }

    private static String canonical(String query, Map<String, String> headers, String names) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", "POST", "/", query, lines, names, sha256(""));
    }

    /** All but RFC 3986's unreserved characters. */
    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing of the query, which holds the number and the code. */
    @Override
    public String toString() {
        return "AliyunRequest[]";
    }
}
