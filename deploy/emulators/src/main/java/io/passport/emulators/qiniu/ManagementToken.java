package io.passport.emulators.qiniu;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The {@code Authorization} of a management request in either format: {@code Qiniu}
 * (developer.qiniu.com/kodo/1201/access-token) or the older {@code QBox}.
 */
final class ManagementToken {

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final DateTimeFormatter X_QINIU_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(15);

    private ManagementToken() {}

    /** Fails with 401 unless the account signed the request, and with 403 if its date differs from now by over 15 minutes. */
    static void require(Request request, QiniuAccount account) throws QiniuApiException {
        String[] scheme = request.header("Authorization").orElse("").split(" ", 2);
        String[] token = scheme.length == 2 ? scheme[1].split(":", -1) : scheme;
        if (token.length != 2 || !account.hasSigned(token[0], token[1], textToSign(request, scheme[0]))) {
            throw QiniuApiException.badToken();
        }
        requireRecent(request.header("X-Qiniu-Date").orElse(""));
    }

    private static String textToSign(Request request, String scheme) throws QiniuApiException {
        return switch (scheme) {
            case "Qiniu" -> textToSignByQiniu(request);
            case "QBox" -> request.target() + "\n" + (contentType(request).equals(FORM_TYPE) ? body(request) : "");
            default -> throw QiniuApiException.badToken();
        };
    }

    private static String textToSignByQiniu(Request request) {
        String type = contentType(request);
        boolean bodySigned = !type.isEmpty() && !type.equals("application/octet-stream");
        return request.method() + " " + request.target()
                + "\nHost: " + request.header("Host").orElse("")
                + (type.isEmpty() ? "" : "\nContent-Type: " + type)
                + ownHeaders(request)
                + "\n\n"
                + (bodySigned ? body(request) : "");
    }

    private static String ownHeaders(Request request) {
        return request.headers().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-qiniu-"))
                .map(header -> "\n" + canonical(header.getKey()) + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining());
    }

    /** Changes {@code x-qiniu-date} to {@code X-Qiniu-Date}. */
    private static String canonical(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> word.isEmpty()
                        ? word
                        : word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    private static String contentType(Request request) {
        return request.header("Content-Type").orElse("");
    }

    private static String body(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static void requireRecent(String date) throws QiniuApiException {
        if (date.isEmpty()) {
            return;
        }
        try {
            Instant sent = LocalDateTime.parse(date, X_QINIU_DATE).toInstant(ZoneOffset.UTC);
            if (Duration.between(sent, Instant.now()).abs().compareTo(MAX_CLOCK_SKEW) > 0) {
                throw new QiniuApiException(403, "request time too skewed");
            }
        } catch (DateTimeException e) {
            throw QiniuApiException.badToken();
        }
    }
}
