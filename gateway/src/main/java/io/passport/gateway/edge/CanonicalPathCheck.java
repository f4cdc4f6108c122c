package io.passport.gateway.edge;

import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Finds paths that two programs could understand differently; {@link EdgeWebFilter} answers 404 to them. Such a path has an
 * empty segment, {@code .} or {@code ..}, parameters ({@code ;}), or an encoded character that needs no encoding or is a slash, {@code %} or a control character.
 * Other encoded characters pass, such as a space in a mobile number; the operation answers those with {@code 4103}.
 */
final class CanonicalPathCheck {

    /** Encoded octets, except unreserved ones (RFC 3986, 2.3), controls, {@code /}, {@code \}, {@code %} and {@code ;}. */
    private static final String ENCODED = "%(?i:2[0-46-9A-C]|3[AC-F]|40|5[BDE]|60|7[B-D]|[89A-F][0-9A-F])";

    /** Possessive quantifiers: a greedy loop would use a stack frame for each character. */
    private static final Pattern CANONICAL =
            Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$&'()*+,=:@-]|" + ENCODED + ")++)++/?");

    private CanonicalPathCheck() {}

    static boolean isCanonical(ServerHttpRequest request) {
        return isCanonical(request.getURI().getRawPath());
    }

    static boolean isCanonical(String rawPath) {
        return CANONICAL.matcher(rawPath).matches();
    }
}
