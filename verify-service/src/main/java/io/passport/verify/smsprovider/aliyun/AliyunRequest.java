package io.passport.verify.smsprovider.aliyun;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.web.util.UriUtils;

/**
 * A signed {@code POST /} without a body, see "V3 版本请求体与签名机制" in the vendor's documents (ACS3-HMAC-SHA256).
 *
 * @param query sorted by name and percent-encoded, as it is sent and signed
 * @param headers sent and signed in addition to {@code Host}
 * @param authorization value of the header {@code Authorization}
 */
record AliyunRequest(String query, Map<String, String> headers, String authorization) {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    /**
     * Signs a request.
     *
     * @param host value of the header {@code Host}
     * @param headers {@code x-acs-…}, without {@code x-acs-content-sha256}
     * @param parameters of the action
     */
    static AliyunRequest signed(
            AliyunProperties account, String host, Map<String, String> headers, SortedMap<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        SortedMap<String, String> sent = new TreeMap<>(headers);
        sent.put("x-acs-content-sha256", DigestUtils.sha256Hex(""));
        SortedMap<String, String> signed = new TreeMap<>(sent);
        signed.put("host", host);
        String names = String.join(";", signed.keySet());
        String toSign = ALGORITHM + "\n" + DigestUtils.sha256Hex(canonical(query, signed, names));
        return new AliyunRequest(
                query,
                sent,
                "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(ALGORITHM, account.accessKeyId(), names, hmac(account.accessKeySecret(), toSign)));
    }

    private static String canonical(String query, Map<String, String> headers, String names) {
        String headerLines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", "POST", "/", query, headerLines, names, DigestUtils.sha256Hex(""));
    }

    /** Percent-encodes all characters except the unreserved ones of RFC 3986. */
    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static String hmac(String secret, String text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(text);
    }

    /** Omits the query, which contains the number and the code. */
    @Override
    public String toString() {
        return "AliyunRequest[]";
    }
}
