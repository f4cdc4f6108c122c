package io.passport.emulators.sms.aliyun;

import io.passport.emulators.http.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The query in the form that is signed: sorted and percent-encoded (RFC 3986). */
final class CanonicalQuery {

    private CanonicalQuery() {}

    static String canonical(Request request) {
        String[] pathAndQuery = request.target().split("\\?", 2);
        if (pathAndQuery.length < 2 || pathAndQuery[1].isEmpty()) {
            return "";
        }
        return Arrays.stream(pathAndQuery[1].split("&"))
                .map(CanonicalQuery::encodedAnew)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encodedAnew(String pair) {
        String[] nameAndValue = pair.split("=", 2);
        String value = nameAndValue.length == 2 ? nameAndValue[1] : "";
        return encoded(decoded(nameAndValue[0])) + "=" + encoded(decoded(value));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
