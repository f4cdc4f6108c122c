package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Authorization} header of Tencent Cloud's TC3-HMAC-SHA256. The signature and the date are not checked here.
 *
 * @param secretId the signer's id
 * @param date the UTC day of the credential scope, {@code 2025-01-31}
 * @param service the service of the credential scope: {@code faceid}
 * @param signedHeaders the names of the signed headers, lower case, in the order as sent
 * @param signature 64 hexadecimal digits, lower case
 */
record Authorization(String secretId, String date, String service, List<String> signedHeaders, String signature) {

    private static final Pattern FORMAT =
            Pattern.compile("TC3-HMAC-SHA256\\s+Credential=([^/,]+)/([^/,]+)/([^/,]+)/tc3_request,"
                    + "\\s*SignedHeaders=([a-z0-9;-]+),\\s*Signature=([0-9a-f]{64})");

    /** Reads the header; empty if it is missing or malformed. */
    static Optional<Authorization> of(Request request) {
        return request.header("Authorization")
                .map(FORMAT::matcher)
                .filter(Matcher::matches)
                .map(header -> new Authorization(
                        header.group(1),
                        header.group(2),
                        header.group(3),
                        Arrays.asList(header.group(4).split(";")),
                        header.group(5)));
    }

    String scope() {
        return date + "/" + service + "/tc3_request";
    }
}
