package io.passport.emulators.sms.aliyun;

import io.passport.emulators.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Authorization} header of Aliyun's ACS3-HMAC-SHA256. The signature is not checked here.
 *
 * @param accessKeyId the signer's access key
 * @param signedHeaders the names of the signed headers, lower case, in the order as sent
 * @param signature 64 hexadecimal digits, lower case
 */
record Authorization(String accessKeyId, List<String> signedHeaders, String signature) {

    private static final Pattern FORMAT = Pattern.compile(
            "ACS3-HMAC-SHA256\\s+Credential=([^,]+),\\s*SignedHeaders=([a-z0-9;-]+),\\s*Signature=([0-9a-f]{64})");

    /** Reads the header; empty if it is missing or malformed. */
    static Optional<Authorization> of(Request request) {
        return request.header("Authorization")
                .map(FORMAT::matcher)
                .filter(Matcher::matches)
                .map(header -> new Authorization(
                        header.group(1), Arrays.asList(header.group(2).split(";")), header.group(3)));
    }

    /** Whether all required headers are signed: host, and the vendor's own headers if present. */
    boolean coversHeadersOf(Request request) {
        return signedHeaders.contains("host")
                && request.headers().stream()
                        .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("x-acs-") || name.equals("content-type"))
                        .allMatch(signedHeaders::contains);
    }
}
